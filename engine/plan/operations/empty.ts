import { notFilledIn } from '../match-column.ts';
import { matchRows } from '../match-rows.ts';
import type { EmptyCondition } from '../question.ts';
import { intoOwn, type Operation } from '../run.ts';

/** Nothing is filled in: key 0. */
export const empty: Operation<EmptyCondition> = (run, { field }, table, out, mode) => {
  const column = run.need(field);
  if (column.kind === 'paragraph') {
    const { paragraphs } = column;
    intoOwn(run, table, out, mode, (own) => {
      matchRows(run, table, own, () => (row) => paragraphs.isEmpty(row));
    });
  } else run.match(column, notFilledIn, out, mode);
};
