import type { Pointer } from '../memory/arena.ts';
import type { Table } from '../table/dataset.ts';
import { all } from './operations/all.ts';
import { any } from './operations/any.ts';
import { between } from './operations/between.ts';
import { empty } from './operations/empty.ts';
import { isIn } from './operations/in.ts';
import { months } from './operations/months.ts';
import { not } from './operations/not.ts';
import { people } from './operations/people.ts';
import { rows } from './operations/rows.ts';
import { saved } from './operations/saved.ts';
import { sequence } from './operations/sequence.ts';
import { matchesText } from './operations/text.ts';
import type { Condition } from './question.ts';
import type { Mode, Run } from './run.ts';

/** Decides a condition for all rows of a table: with mode 0 into `out`, with mode 1 for the rows that are in it. */
export function evaluate(run: Run, condition: Condition, table: Table, out: Pointer, mode: Mode): void {
  run.expired();
  switch (condition.op) {
    case 'all':
      return all(run, condition, table, out, mode);
    case 'any':
      return any(run, condition, table, out, mode);
    case 'not':
      return not(run, condition, table, out, mode);
    case 'in':
      return isIn(run, condition, table, out, mode);
    case 'between':
      return between(run, condition, table, out, mode);
    case 'contains':
    case 'starts':
    case 'initials':
      return matchesText(run, condition, table, out, mode);
    case 'empty':
      return empty(run, condition, table, out, mode);
    case 'some':
    case 'every':
    case 'none':
    case 'count':
      return rows(run, condition, table, out, mode);
    case 'last':
    case 'first':
      return sequence(run, condition, table, out, mode);
    case 'months':
      return months(run, condition, table, out, mode);
    case 'people':
      return people(run, condition, table, out, mode);
    case 'saved':
      return saved(run, condition, table, out, mode);
  }
}
