import type { Dataset, Table } from '../table/dataset.ts';

/** Visits the rows that people have in a table now; in the root table that is themselves. */
export function rowsOfPeople(
  dataset: Dataset,
  table: Table,
  people: readonly number[],
  visit: (row: number) => void,
): void {
  const { arena, root } = dataset;
  const child = dataset.child(table.name);
  if (!child) {
    for (const person of people) visit(person);
    return;
  }
  const start = arena.u32(child.start, root.rows);
  const length = arena.u16(child.length, root.rows);
  for (const person of people) {
    const first = start[person] ?? 0;
    for (let row = first; row < first + (length[person] ?? 0); row++) visit(row);
  }
}
