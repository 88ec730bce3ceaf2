import type { CountedTable } from '../../model/counted-table.ts';
import { tableBlocks, type TableBlock } from '../../model/table-blocks.ts';
import { besideOf, hasAgeColumn } from './beside.ts';
import { ageText } from './share-text.ts';

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
      withAges={hasAgeColumn(table) && index === 0}
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
  const beside = besideOf(table, withShares, true);
  const cell = (count: number, part: string | undefined) => (
    <>
      {count}
      {part !== undefined && <span className="stats-share">{part}</span>}
    </>
  );
  const lines = [
    {
      label: '合计',
      total: table.count,
      beside: beside?.total,
      age: table.averageAges?.total,
      cells: table.columnTotals,
      besides: beside?.column,
    },
    ...table.rows.map(({ label }, row) => ({
      label,
      total: table.rowTotals[row] ?? 0,
      beside: beside?.row(row),
      age: table.averageAges?.rows[row],
      cells: table.cells[row] ?? [],
      besides: beside ? (column: number) => beside.cell(row, column) : undefined,
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
            <td>{cell(line.total, line.beside)}</td>
            {withAges && <td>{ageText(line.age)}</td>}
            {places.map((place) => (
              <td key={place}>{cell(line.cells[place] ?? 0, line.besides?.(place))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
