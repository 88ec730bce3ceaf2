import { bandSetSchema, defaultBandSets, type BandSet } from '#platform/model';
import type { Store } from '#platform/server';
import { withQueries } from './tables.ts';

/** A band set with what is known of its edits. */
export interface BandSetEntry {
  readonly set: BandSet;
  /** An edit names it; it grows with every edit and never comes back. */
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
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  const edited = new Map<string, BandSetEntry>();
  for (const { id, version, content, updated_by_name: by, updated_at: at } of rows) {
    if (content === null) continue;
    const set = bandSetSchema.parse(JSON.parse(content));
    edited.set(id, { set, version, isDefault: isDelivered(id), edited: { by, at } });
  }
  const delivered = defaultBandSets.map(
    (set): BandSetEntry =>
      edited.get(set.id) ?? { set, version: versions.get(set.id) ?? 0, isDefault: true, edited: null },
  );
  return [...delivered, ...[...edited.values()].filter(({ isDefault }) => !isDefault)];
}

function isDelivered(id: string): boolean {
  return defaultBandSets.some((set) => set.id === id);
}
