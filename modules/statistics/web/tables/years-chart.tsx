import { useQueries, type QueryKey } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { ErrorView, Loading } from '#platform/web';
import type { TableAnswer } from '../../model/contracts.ts';
import { yearDates, yearLines, yearViews } from '../../model/year-lines.ts';
import { LineChart } from '../charts/line-chart.tsx';

export interface YearsChartProps {
  readonly table: TableAnswer;
  /** How the table is counted for another date. */
  readonly ask: (asOf: string) => {
    readonly queryKey: QueryKey;
    readonly queryFn: (context: { signal: AbortSignal }) => Promise<TableAnswer>;
  };
}

/** 历年: the totals of rows or of one group of columns at the ends of the last years and on the reference date. */
export function YearsChart({ table, ask }: YearsChartProps) {
  const views = yearViews(table);
  const [chosen, setChosen] = useState(views.find(({ of }) => of !== 'rows')?.value ?? views[0]?.value ?? '');
  const dates = yearDates(table.asOf);
  const answers = useQueries({ queries: dates.map(({ asOf }) => ask(asOf)) });
  const failure = answers.find(({ error }) => error)?.error;
  if (failure) return <ErrorView error={failure} />;
  const counted = answers.flatMap(({ data }) => data ?? []);
  if (counted.length < dates.length) return <Loading />;
  const view = views.find(({ value }) => value === chosen) ?? views[0];
  return (
    <section className="stats-sheet" aria-label={`${table.title}（历年）`}>
      <h2>{table.title}（历年）</h2>
      <p className="stats-sheet-line">
        <span>统计范围：{table.scope}</span>
        <span>各年 12 月 31 日和 {table.asOf}　单位：人</span>
      </p>
      <div className="stats-sheet-line">
        <Select
          aria-label="统计项"
          className="stats-years-choice"
          value={view?.value ?? null}
          options={views.map(({ value, label }) => ({ value, label }))}
          onChange={(value: string | null) => setChosen(value ?? '')}
        />
      </div>
      <LineChart
        label={`${table.title}历年${view?.label ?? ''}`}
        marks={dates.map(({ mark }) => mark)}
        lines={view ? yearLines(counted, view) : []}
      />
    </section>
  );
}
