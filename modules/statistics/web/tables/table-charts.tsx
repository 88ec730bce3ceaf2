import { BandChart } from '../charts/band-chart.tsx';
import { BarChart } from '../charts/bar-chart.tsx';
import type { CountedTable } from '../../model/counted-table.ts';

/** A table as charts: how many are in each row, and how each row is divided by every partition. */
export function TableCharts({ table }: { table: CountedTable }) {
  const placed = table.groups.map((group, index) => ({
    group,
    from: table.groups.slice(0, index).reduce((sum, { columns }) => sum + columns.length, 0),
  }));
  const rows = table.rows
    .map((row, index) => ({ label: row.label, index }))
    .filter(({ index }) => (table.rowTotals[index] ?? 0) > 0);
  return (
    <section className="stats-sheet" aria-label={`${table.title}（图）`}>
      <h2>{table.title}</h2>
      <p className="stats-sheet-line">
        <span>共 {table.count} 人</span>
        <span>截止时间：{table.asOf}</span>
      </p>
      <div className="stats-charts">
        <figure>
          <figcaption>{table.rowHead}</figcaption>
          <BarChart
            label={`${table.rowHead}人数`}
            bars={rows.map(({ label, index }) => ({ label, count: table.rowTotals[index] ?? 0 }))}
          />
        </figure>
        {placed.map(({ group, from }) => {
          const own = (line: readonly number[] | undefined) =>
            (line ?? []).slice(from, from + group.columns.length);
          return (
            <figure key={`${from} ${group.head}`}>
              <figcaption>{group.head}</figcaption>
              {group.kind === 'marks' ? (
                <BarChart
                  label={`${group.head}人数`}
                  bars={group.columns.map(({ label }, place) => ({
                    label,
                    count: own(table.columnTotals)[place] ?? 0,
                  }))}
                />
              ) : (
                <BandChart
                  label={`${table.rowHead}的${group.head}结构`}
                  legend={group.columns.map(({ label }) => label)}
                  bands={[
                    { label: '合计', parts: own(table.columnTotals) },
                    ...rows.map(({ label, index }) => ({ label, parts: own(table.cells[index]) })),
                  ]}
                />
              )}
            </figure>
          );
        })}
      </div>
    </section>
  );
}
