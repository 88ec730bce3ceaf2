import type { PeopleCondition } from '../question.ts';
import { constant, intoOwn, type Operation } from '../run.ts';

const chunk = 16_384;

/** Who is on the list; ids that nobody has are passed over. */
export const people: Operation<PeopleCondition> = (run, { ids }, table, out, mode) => {
  const { arena } = run.dataset;
  intoOwn(run, table, out, mode, (own) => {
    constant(run, table, false, own, 0);
    for (let from = 0; from < ids.length; from += chunk) {
      const bits = arena.u8(own, table.bitmapBytes);
      for (const id of ids.slice(from, from + chunk)) {
        const row = run.dataset.rowOf(id);
        if (row !== undefined) bits[row >>> 3] = (bits[row >>> 3] ?? 0) | (1 << (row & 7));
      }
      run.expired();
    }
  });
};
