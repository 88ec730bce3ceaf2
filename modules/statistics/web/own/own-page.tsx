import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { EmptyState, ErrorView, Loading, useCall } from '#platform/web';
import { readQueryFields, runStatistics } from '#modules/query';
import { ownTable } from '../../model/own-table.ts';
import { NamesDrawer, type Drilled } from '../parts/names-drawer.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { TakeAway } from '../parts/take-away.tsx';
import { TableSheet } from '../parts/table-sheet.tsx';
import { useStatisticsSearch } from '../parts/use-statistics-search.ts';
import { TableCharts } from '../tables/table-charts.tsx';
import { keyOfChoice, keyOptions } from './key-options.ts';

const mostKeys = 3;

/** 自定义: one to three things against each other, chosen for rows and columns. */
export function OwnPage() {
  const search = useStatisticsSearch();
  const fields = useCall(readQueryFields, {}, { freshFor: 300_000 });
  const [rows, setRows] = useState<readonly string[]>(['age:standard']);
  const [columns, setColumns] = useState<readonly string[]>(['A01.sexCode']);
  const [view, setView] = useState<'table' | 'charts'>('table');
  const [shares, setShares] = useState(false);
  const [drilled, setDrilled] = useState<Drilled | null>(null);
  const isAskable = rows.length > 0 && rows.length + columns.length <= mostKeys;
  const keys = (choices: readonly string[]) =>
    fields.data ? choices.map((choice) => keyOfChoice(choice, fields.data)) : [];
  const { data, error, refetch, dataUpdatedAt } = useCall(
    runStatistics,
    {
      body: {
        question: { population: 'serving' },
        ...(search.asOf ? { asOf: search.asOf } : {}),
        rows: keys(rows),
        columns: keys(columns),
      },
    },
    { enabled: isAskable && fields.data !== undefined, keepPrevious: true },
  );
  const table = data && isAskable ? ownTable(data, new Date(dataUpdatedAt).toISOString()) : null;
  const options = fields.data ? keyOptions(fields.data) : [];
  const choice = (
    label: string,
    value: readonly string[],
    others: number,
    onChange: (next: string[]) => void,
  ) => (
    <label className="stats-key">
      <span>{label}</span>
      <Select
        mode="multiple"
        aria-label={label}
        value={[...value]}
        maxCount={mostKeys - others}
        optionFilterProp="label"
        placeholder="选择统计项"
        options={options}
        onChange={onChange}
      />
    </label>
  );
  const failure = fields.error ?? error;

  return (
    <PageFrame place="/statistics/own" search={search} counted={data?.asOf}>
      <div className="stats-main">
        <div className="stats-tools">
          {choice('行', rows, columns.length, setRows)}
          <Button
            title="行列互换"
            onClick={() => {
              setRows(columns);
              setColumns(rows);
            }}
          >
            ⇄ 互换
          </Button>
          {choice('列', columns, rows.length, setColumns)}
          <Segmented<'table' | 'charts'>
            value={view}
            options={[
              { value: 'table', label: '表' },
              { value: 'charts', label: '图' },
            ]}
            onChange={setView}
          />
          <Segmented<boolean>
            value={shares}
            options={[
              { value: false, label: '人数' },
              { value: true, label: '占比' },
            ]}
            onChange={setShares}
          />
          <span className="stats-gap" />
          <TakeAway
            disabled={!table}
            body={{
              ...(search.asOf ? { asOf: search.asOf } : {}),
              own: { rows: keys(rows), columns: keys(columns) },
              shares,
            }}
          />
        </div>
        {failure && <ErrorView error={failure} onRetry={() => void refetch()} />}
        {!failure && !isAskable && (
          <EmptyState title="请选择行" hint="行、列合计选一至三项，例如行选“年龄段”，列选“性别”。" />
        )}
        {!failure && isAskable && !table && <Loading />}
        {table && !error && view === 'table' && (
          <TableSheet table={table} scope="全部在职干部" withShares={shares} onDrill={setDrilled} />
        )}
        {table && !error && view === 'charts' && <TableCharts table={table} />}
      </div>
      <NamesDrawer drilled={drilled} asOf={data?.asOf ?? ''} onClose={() => setDrilled(null)} />
    </PageFrame>
  );
}
