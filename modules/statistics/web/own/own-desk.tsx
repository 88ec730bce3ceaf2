import { Button, Drawer, Segmented } from 'antd';
import { useState } from 'react';
import type { OperationOutput } from '#platform/model';
import {
  call,
  EmptyState,
  ErrorView,
  keyOf,
  Loading,
  useCall,
  useNarrow,
  useOfficeClock,
} from '#platform/web';
import type { readQueryFields } from '#modules/query';
import { countOwnTable, type SavedTable } from '../../model/own/own-contracts.ts';
import {
  ownMeasures,
  type OwnKey,
  type OwnMeasure,
  type OwnTableSpec,
} from '../../model/own/own-table-spec.ts';
import { NamesDrawer, type Drilled } from '../parts/names-drawer.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { TakeAway } from '../parts/take-away.tsx';
import { TableSheet } from '../parts/table-sheet.tsx';
import { useKept } from '../parts/use-kept.ts';
import type { StatisticsSearch } from '../parts/use-statistics-search.ts';
import { ViewChoice, type View } from '../parts/view-choice.tsx';
import { TableCharts } from '../tables/table-charts.tsx';
import { YearsChart } from '../tables/years-chart.tsx';
import { BaseChoice, type BaseDraft } from './base-choice.tsx';
import { FieldList } from './field-list.tsx';
import { keyGroups } from './key-options.ts';
import { KeyZones } from './key-zones.tsx';
import { SavedTablesBar } from './saved-tables-bar.tsx';
import { countKeys, keyId, placed, zonesOf, type Zones } from './zones.ts';

const measureNames: Readonly<Record<OwnMeasure, string>> = {
  people: '人数',
  share: '占比',
  averageAge: '平均年龄',
};

const first: Zones = {
  rows: [{ field: 'age', bands: 'age:standard' }],
  columns: [{ field: 'A01.sexCode' }],
  third: [],
};

/** Where an own table is made: fields to the left, zones and the table to the right. */
export function OwnDesk({
  fields,
  items,
  open,
  search,
}: {
  fields: OperationOutput<typeof readQueryFields>;
  items: readonly SavedTable[];
  open: SavedTable | null;
  search: StatisticsSearch;
}) {
  const clock = useOfficeClock();
  const isNarrow = useNarrow();
  // What was kept of another table, or of this one before somebody changed it, is not this one's.
  const own = open ? `${open.id} ${open.version} ` : '';
  const base = open?.spec.base ?? { kind: 'serving' };
  const [zones, setZones] = useKept<Zones>(`${own}zones`, open ? zonesOf(open.spec) : first);
  const [draft, setDraft] = useKept<BaseDraft>(`${own}base`, { kind: base.kind, base });
  const [dragged, drag] = useState<OwnKey | null>(null);
  const [isPicking, setPicking] = useState(false);
  const [view, setView] = useKept<View>('view', 'table');
  const [measure, setMeasure] = useKept<OwnMeasure>(`${own}measure`, open?.spec.measure ?? 'people');
  const [drilled, setDrilled] = useKept<Drilled | null>('names', null);

  const isAskable = countKeys(zones) > 0 && draft.base !== null;
  const spec: OwnTableSpec = {
    rows: [...zones.rows],
    columns: [...zones.columns],
    third: [...zones.third],
    base: draft.base ?? { kind: 'serving' },
    measure,
  };
  const shares = measure === 'share';
  const isChanged =
    open !== null && JSON.stringify(spec) !== JSON.stringify({ ...open.spec, title: undefined });
  // A saved table that was changed is no longer what its name says.
  const asked = open && !isChanged ? { ...spec, title: open.name } : spec;
  const when = search.asOf ? { asOf: search.asOf } : {};
  const { data, error, refetch } = useCall(
    countOwnTable,
    { body: { spec: asked, ...when } },
    { enabled: isAskable, keepPrevious: true },
  );
  const table = isAskable && !error ? data : undefined;

  const groups = keyGroups(fields);
  const labels = new Map(groups.flatMap(({ options }) => options.map((one) => [keyId(one.key), one.label])));
  const list = (
    <FieldList
      groups={groups}
      zones={zones}
      canDrag={!isNarrow}
      drag={drag}
      onPick={(key, zone) => {
        setZones(placed(zones, key, zone));
        setPicking(false);
      }}
    />
  );

  return (
    <PageFrame place="/statistics/own" search={search} counted={data?.asOf}>
      <div className="stats-body">
        {!isNarrow && (
          <aside className="stats-list" aria-label="统计项">
            {list}
          </aside>
        )}
        <div className="stats-main">
          <div className="stats-tools">
            <SavedTablesBar
              items={items}
              open={open}
              spec={isAskable ? spec : null}
              isChanged={isChanged}
              suggestedName={table?.title ?? ''}
              onOpen={(id) => search.go({ table: id ?? undefined })}
            />
            <BaseChoice draft={draft} onChange={setDraft} />
          </div>
          <KeyZones
            zones={zones}
            labelOf={(key) => labels.get(keyId(key)) ?? key.field}
            dragged={dragged}
            drag={drag}
            onChange={setZones}
          />
          <div className="stats-tools">
            {isNarrow && <Button onClick={() => setPicking(true)}>＋ 统计项</Button>}
            <ViewChoice view={view} onChange={setView} />
            <Segmented<OwnMeasure>
              value={measure}
              disabled={view !== 'table'}
              options={ownMeasures.map((value) => ({ value, label: measureNames[value] }))}
              onChange={setMeasure}
            />
            <span className="stats-gap" />
            <TakeAway disabled={!table} body={{ ...when, own: asked, shares }} />
          </div>
          {error && isAskable && <ErrorView error={error} onRetry={() => void refetch()} />}
          {!isAskable && (
            <EmptyState
              title={draft.base === null ? '请选择统计范围' : '请选择统计项'}
              hint={
                draft.base === null
                  ? '选定机构、查询方案或名单后开始统计。'
                  : '把一至三项放到行、列，例如行放“年龄段”，列放“性别”。'
              }
            />
          )}
          {isAskable && !table && !error && <Loading />}
          {table && view === 'table' && (
            <TableSheet
              table={table}
              withShares={shares}
              onDrill={setDrilled}
              foot={`生成时间：${clock.minuteText(table.generatedAt)}`}
            />
          )}
          {table && view === 'charts' && <TableCharts table={table} />}
          {table && view === 'years' && (
            <YearsChart
              table={table}
              ask={(asOf) => {
                const input = { body: { spec: { ...asked, measure: 'people' as const }, asOf } };
                return {
                  queryKey: keyOf(countOwnTable, input),
                  queryFn: ({ signal }) => call(countOwnTable, input, signal),
                };
              }}
            />
          )}
        </div>
      </div>
      {isNarrow && (
        <Drawer open={isPicking} title="统计项" size="100%" onClose={() => setPicking(false)}>
          {list}
        </Drawer>
      )}
      <NamesDrawer drilled={drilled} asOf={data?.asOf ?? ''} onClose={() => setDrilled(null)} />
    </PageFrame>
  );
}
