import type { CountedTable } from '../../model/counted-table.ts';
import { tableBlocks, type TableBlock } from '../../model/table-blocks.ts';
import { ageText, shareText } from './share-text.ts';

/** Columns of numbers beside the total that are read with ease on a sheet A4. */
const widest = 16;

/** The parts in which a table is printed; one when it is not wide. */
export function printedBlocks({ groups }: CountedTable): readonly TableBlock[] {
  return tableBlocks(groups, widest);
}

/** A wide table for the printer: its parts one below the other. On the screen it is not there. */
export function PrintedBlocks({
  table,
  blocks,
  withShares,
}: {
  table: CountedTable;
  blocks: readonly TableBlock[];
  withShares: boolean;
}) {
  return blocks.map((block, index) => (
    <BlockTable
      key={block[0]?.from ?? 0}
      table={table}
      block={block}
      withShares={withShares}
      withAges={table.averageAges !== null && index === 0}
    />
  ));
}

function BlockTable({
  table,
  block,
  withShares,
  withAges,
}: {
  table: CountedTable;
  block: TableBlock;
  withShares: boolean;
  withAges: boolean;
}) {
  const places = block.flatMap(({ from, columns }) => columns.map((_, index) => from + index));
  const cell = (count: number, share: number | null | undefined) => (
    <>
      {count}
      {withShares && <span className="stats-share">{shareText(share)}</span>}
    </>
  );
  const lines = [
    {
      label: '合计',
      total: table.count,
      share: table.count > 0 ? 100 : null,
      age: table.averageAges?.total,
      cells: table.columnTotals,
      shares: table.columnShares,
    },
    ...table.rows.map(({ label }, row) => ({
      label,
      total: table.rowTotals[row] ?? 0,
      share: table.rowShares[row],
      age: table.averageAges?.rows[row],
      cells: table.cells[row] ?? [],
      shares: table.shares[row] ?? [],
    })),
  ];
  return (
    <table className="stats-print">
      <thead>
        <tr>
          <th rowSpan={2} className="is-label">
            {table.rowHead}
          </th>
          <th rowSpan={2}>合计</th>
          {withAges && <th rowSpan={2}>平均年龄</th>}
          {block.map(({ head, from, columns }) => (
            <th key={from} colSpan={columns.length}>
              {head}
            </th>
          ))}
        </tr>
        <tr>
          {block.flatMap(({ from, columns }) =>
            columns.map(({ label }, index) => <th key={from + index}>{label}</th>),
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={`${index} ${line.label}`} className={index === 0 ? 'is-total' : undefined}>
            <th className="is-label">{line.label}</th>
            <td>{cell(line.total, line.share)}</td>
            {withAges && <td>{ageText(line.age)}</td>}
            {places.map((place) => (
              <td key={place}>{cell(line.cells[place] ?? 0, line.shares[place])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
