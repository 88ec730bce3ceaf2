import { textOf, type RecordRow } from '#platform/model';
import { applyChange, readSubject, type SetEdit } from '#platform/server';
import { actorOf, openQueryOffice, type QueryOffice } from '../../query/server/test-office.ts';
import { QuotaOffice } from './quota-office.ts';

export const clerk = actorOf('科员');
/** A day on which the sample district has everything. */
export const asOf = '2026-06-30';

/** An office with the sample district, with ways to find units and to change sets. */
export async function openQuotas(persons = 900) {
  const office: QueryOffice = await openQueryOffice(persons);
  const { store, tables } = office;
  const quotas = new QuotaOffice(store, tables);
  const { book } = await quotas.sight(clerk, asOf);
  return {
    ...office,
    quotas,
    /** The id of a unit by its short name. */
    unit(short: string): string {
      const found = book.tree.units.find(({ shortName }) => shortName === short);
      if (!found) throw new Error(`the sample has no ${short}`);
      return found.id;
    },
    /** Changes the rows of a set. */
    async change(
      subject: string,
      kind: 'unit' | 'person',
      set: string,
      rows: (old: readonly RecordRow[]) => RecordRow[],
    ) {
      const stored = (await readSubject(store.db, subject, [set]))[set];
      const edit: SetEdit = { expectedVersion: stored?.version ?? 0, rows: rows(stored?.rows ?? []) };
      await applyChange(store, { actor: clerk, origin: 'web', summary: '修改' }, [
        { subject, kind, event: 'update', sets: { [set]: edit } },
      ]);
    },
  };
}

/** The current posts of a person that are in a unit. */
export function isOpenIn(row: RecordRow, unit: string): boolean {
  return textOf(row, 'orgCode') === unit && textOf(row, 'tenureStatusCode') === '1';
}
