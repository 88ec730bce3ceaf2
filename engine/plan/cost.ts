import type { Column, Keys, Table } from '../table/dataset.ts';
import type { Condition } from './question.ts';
import type { Run } from './run.ts';

/** Conditions in the order in which they are decided: the cheapest first. */
export function byCost(run: Run, conditions: readonly Condition[], table: Table): readonly Condition[] {
  if (conditions.length < 2) return conditions;
  return conditions
    .map((condition) => ({ condition, cost: costOf(run, condition, table) }))
    .toSorted((a, b) => a.cost - b.cost)
    .map(({ condition }) => condition);
}

/** Is it worth looking first whether anybody is left? */
export function isHeavy(condition: Condition): boolean {
  return !['in', 'between', 'empty', 'people'].includes(condition.op);
}

/** About how many bytes are read; what is worked out per row counts as more of them. */
function costOf(run: Run, condition: Condition, table: Table): number {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.reduce((sum, part) => sum + costOf(run, part, table), 0);
    case 'not':
      return costOf(run, condition.of, table);
    case 'in':
    case 'between':
    case 'empty':
      return columnCost(run.known(condition.field), table);
    case 'contains':
    case 'starts':
    case 'initials':
      return textCost(run.known(condition.field), table);
    case 'some':
    case 'every':
    case 'none':
    case 'count':
      return rowsCost(run, condition.set, condition.where) + table.rows * 8;
    case 'last':
    case 'first':
      // Looks only at people who are left: so it does better after others of its size.
      return rowsCost(run, condition.set, condition.where) + table.rows * 32;
    case 'months':
      return condition.spans.reduce(
        (sum, { set, where }) => sum + rowsCost(run, set, where) + run.child(set).rows * 16,
        table.rows * 16,
      );
    case 'people':
      return condition.ids.length * 64;
    case 'saved': {
      const { where } = run.saved(condition.id);
      return where ? costOf(run, where, table) : 0;
    }
  }
}

function rowsCost(run: Run, set: string, where: Condition | undefined): number {
  const child = run.child(set);
  return child.bitmapBytes + (where ? costOf(run, where, child) : 0);
}

/** A fact that nobody has asked for on this date is dear the first time. */
function columnCost(column: Column | undefined, table: Table): number {
  if (!column) return table.rows * 64;
  if (column.kind === 'paragraph') return table.rows * 16;
  return column.kind === 'date' ? bytesOf(column.months) + bytesOf(column.parts) : bytesOf(column.keys);

  function bytesOf(keys: Keys): number {
    return keys.width * table.rows;
  }
}

function textCost(column: Column | undefined, table: Table): number {
  if (column?.kind === 'text') return columnCost(column, table) + column.pool.size * 16;
  return column?.kind === 'paragraph' ? table.rows * 64 : columnCost(column, table);
}
