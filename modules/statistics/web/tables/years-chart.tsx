import { useQueries } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { call, ErrorView, keyOf, Loading } from '#platform/web';
import { readStandardTable, type TableAnswer } from '../../model/contracts.ts';
import { LineChart } from '../charts/line-chart.tsx';

const yearsBack = 5;

/** 历年: the totals of one group of columns at the ends of the last years and on the reference date. */
export function YearsChart({ table, unit }: { table: TableAnswer; unit: string | undefined }) {
  const [place, setPlace] = useState(0);
  const last = Number(table.asOf.slice(0, 4));
  const dates = [
    ...Array.from({ length: yearsBack }, (_, index) => `${last - yearsBack + index}-12-31`),
    table.asOf,
  ];
  const answers = useQueries({
    queries: dates.map((asOf) => {
      const input = { params: { id: table.id }, body: { asOf, ...(unit ? { unit } : {}) } };
      return {
        queryKey: keyOf(readStandardTable, input),
        queryFn: ({ signal }: { signal: AbortSignal }) => call(readStandardTable, input, signal),
      };
    }),
  });
  const failure = answers.find(({ error }) => error)?.error;
  if (failure) return <ErrorView error={failure} />;
  const counted = answers.flatMap(({ data }) => data ?? []);
  if (counted.length < dates.length) return <Loading />;
  const group = table.groups[place] ?? table.groups[0];
  const labels = [
    ...new Set(counted.flatMap((answer) => columnsOf(answer, group?.head).map(([label]) => label))),
  ];
  return (
    <section className="stats-sheet" aria-label={`${table.title}（历年）`}>
      <h2>{table.title}（历年）</h2>
      <p className="stats-sheet-line">
        <Select
          aria-label="统计项"
          value={place}
          options={table.groups.map(({ head }, index) => ({ value: index, label: head }))}
          onChange={setPlace}
        />
        <span>各年 12 月 31 日和 {table.asOf}</span>
      </p>
      <LineChart
        label={`${table.title}历年${group?.head ?? ''}`}
        marks={dates.map((date, index) => (index < yearsBack ? `${date.slice(0, 4)}年底` : date.slice(0, 7)))}
        lines={labels.map((label) => ({
          label,
          values: counted.map(
            (answer) => columnsOf(answer, group?.head).find(([own]) => own === label)?.[1] ?? 0,
          ),
        }))}
      />
    </section>
  );
}

/** The columns below a head with their totals. */
function columnsOf(answer: TableAnswer, head: string | undefined): [string, number][] {
  let from = 0;
  for (const group of answer.groups) {
    if (group.head === head)
      return group.columns.map(({ label }, index) => [label, answer.columnTotals[from + index] ?? 0]);
    from += group.columns.length;
  }
  return [];
}
