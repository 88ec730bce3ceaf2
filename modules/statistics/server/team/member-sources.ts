import { textOf } from '#platform/model';
import { readMany, type Store } from '#platform/server';
import type { UnitTree } from '#modules/organization/server';
import { unitTypes } from '../tables/unit-rows.ts';

interface Member {
  readonly id: string;
  /** The unit of the main post, and since when it is held. */
  readonly unit: string;
  readonly since: string;
}

export const unknownSource = '未登记';

/**
 * 来源: where members were before the present main post, by the post (A02) that began last before it: 本单位, or the part of
 * the tree that its unit belongs to. Without such a post, or where its unit is not in the tree, nothing is known.
 */
export async function memberSources(
  { store, units }: { readonly store: Store; readonly units: UnitTree },
  members: readonly Member[],
): Promise<(id: string) => string> {
  const stored = await readMany(
    store.db,
    members.map(({ id }) => id),
    ['A02'],
  );
  const parts = new Map(
    unitTypes(units).flatMap(({ id, name, shortName }) =>
      units.within(id).map((below) => [below, shortName || name] as const),
    ),
  );
  const sources = new Map(
    members.map(({ id, unit, since }) => {
      const before = (stored.get(id)?.['A02']?.rows ?? [])
        .map((row) => ({ began: textOf(row, 'appointedOn') ?? '', unit: textOf(row, 'orgCode') ?? '' }))
        .filter(({ began }) => began !== '' && since !== '' && began.slice(0, 7) < since.slice(0, 7))
        .reduce<{ began: string; unit: string } | null>(
          (last, row) => (last === null || row.began > last.began ? row : last),
          null,
        );
      return [id, sourceOf(before?.unit, unit)];
    }),
  );

  function sourceOf(before: string | undefined, own: string): string {
    if (!before) return unknownSource;
    return before === own ? '本单位' : (parts.get(before) ?? unknownSource);
  }
  return (id) => sources.get(id) ?? unknownSource;
}
