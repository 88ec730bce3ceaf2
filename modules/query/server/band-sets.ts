import { bandSetSchema, defaultBandSets, type BandSet } from '#platform/model';
import type { Store } from '#platform/server';
import { withQueries } from './tables.ts';

/** A band set with what is known of its edits. */
export interface BandSetEntry {
  readonly set: BandSet;
  /** 0 is as delivered. */
  readonly version: number;
  readonly isDefault: boolean;
  readonly edited: { readonly by: string; readonly at: string } | null;
}

/** The band sets in use: those delivered as the office has edited them, then the office's own. */
export async function readBandSets(store: Store): Promise<BandSet[]> {
  return (await readBandSetEntries(store)).map(({ set }) => set);
}

export async function readBandSetEntries(store: Store): Promise<BandSetEntry[]> {
  const rows = await withQueries(store.db).selectFrom('band_sets').selectAll().orderBy('id').execute();
  const edited = new Map(
    rows.map((row): [string, BandSetEntry] => [
      row.id,
      {
        set: bandSetSchema.parse(JSON.parse(row.content)),
        version: row.version,
        isDefault: isDelivered(row.id),
        edited: { by: row.updated_by_name, at: row.updated_at },
      },
    ]),
  );
  const delivered = defaultBandSets.map(
    (set): BandSetEntry => edited.get(set.id) ?? { set, version: 0, isDefault: true, edited: null },
  );
  return [...delivered, ...[...edited.values()].filter(({ isDefault }) => !isDefault)];
}

function isDelivered(id: string): boolean {
  return defaultBandSets.some((set) => set.id === id);
}
