import type { ReactNode } from 'react';
import { drillQuestion } from '../../model/drill.ts';
import type { CountedTable } from '../../model/counted-table.ts';
import { PrintedBlocks, printedBlocks } from './printed-blocks.tsx';
import { besideOf, hasAgeColumn, unitOf } from './beside.ts';
import { ageText } from './share-text.ts';
import type { Drilled } from './names-drawer.tsx';

export interface TableSheetProps {
  readonly table: CountedTable;
  readonly withShares: boolean;
  readonly onDrill: (drilled: Drilled) => void;
  readonly foot?: ReactNode;
}

type Condition = CountedTable['rows'][number]['where'];

/** A table as it looks on paper; every number but 0 is a way to the names behind it. */
export function TableSheet({ table, withShares, onDrill, foot }: TableSheetProps) {
  const columns = table.groups.flatMap((group) =>
    group.columns.map((column) => ({ ...column, head: group.head })),
  );
  const number = (
    count: number,
    beside: string | undefined,
    words: readonly string[],
    parts: readonly (Condition | undefined)[],
  ) => {
    const title = [table.title, ...words].join(' · ');
    return (
      <>
        {count === 0 ? (
          <span className="is-none">0</span>
        ) : (
          <button
            type="button"
            title={`${title}：${count} 人`}
            onClick={() =>
              onDrill({ title, question: drillQuestion([table.where, ...parts], table.population) })
            }
          >
            {count}
          </button>
        )}
        {beside !== undefined && <span className="stats-share">{beside}</span>}
      </>
    );
  };
  const withAges = hasAgeColumn(table);
  const isDeep = table.groups.length > 0;
  const blocks = printedBlocks(table);
  const isWide = blocks.length > 1;
  const beside = besideOf(table, withShares, isWide);
  return (
    <section className="stats-sheet" aria-label={table.title}>
      <h2>{table.title}</h2>
      <p className="stats-sheet-line">
        <span>统计范围：{table.scope}</span>
        <span>
          截止时间：{table.asOf}　单位：{unitOf(table, withShares, isWide)}
        </span>
      </p>
      <div className={isWide ? 'stats-scroll is-wide' : 'stats-scroll'}>
        <table>
          <thead>
            <tr>
              <th rowSpan={isDeep ? 2 : 1} scope="col" className="is-label">
                {table.rowHead}
              </th>
              <th rowSpan={isDeep ? 2 : 1} scope="col">
                合计
              </th>
              {withAges && (
                <th rowSpan={isDeep ? 2 : 1} scope="col" className="stats-average">
                  平均年龄
                </th>
              )}
              {table.groups.map(({ head, columns: own }, index) => (
                <th key={`${index} ${head}`} colSpan={own.length} scope="colgroup">
                  {head}
                </th>
              ))}
            </tr>
            {isDeep && (
              <tr>
                {columns.map(({ head, label }, index) => (
                  <th key={`${index} ${head} ${label}`} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            )}
          </thead>
          <tbody>
            <tr className="is-total">
              <th scope="row" className="is-label">
                合计
              </th>
              <td>{number(table.count, beside?.total, ['合计'], [])}</td>
              {withAges && <td>{ageText(table.averageAges?.total)}</td>}
              {columns.map(({ label, where }, place) => (
                <td key={`${place} ${label}`}>
                  {number(table.columnTotals[place] ?? 0, beside?.column(place), [label], [where])}
                </td>
              ))}
            </tr>
            {table.rows.map((row, index) => (
              <tr key={`${index} ${row.label}`}>
                <th scope="row" className="is-label">
                  {row.label}
                </th>
                <td>{number(table.rowTotals[index] ?? 0, beside?.row(index), [row.label], [row.where])}</td>
                {withAges && <td>{ageText(table.averageAges?.rows[index])}</td>}
                {columns.map(({ label, where }, place) => (
                  <td key={`${place} ${label}`}>
                    {number(
                      table.cells[index]?.[place] ?? 0,
                      beside?.cell(index, place),
                      [row.label, label],
                      [row.where, where],
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isWide && <PrintedBlocks table={table} blocks={blocks} withShares={withShares} />}
      {foot && <p className="stats-sheet-foot">{foot}</p>}
    </section>
  );
}
