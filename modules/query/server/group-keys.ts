import type { Band, GroupKey, Head } from '#engine';
import { errors, type BandSet } from '#platform/model';

/** A key as the API takes it: bands by the id of a band set, or as they are given. */
export interface GroupKeySpec {
  readonly field: string;
  readonly bands?: string | readonly Band[] | undefined;
  readonly heads?: readonly Head[] | undefined;
}

/** The key with its band set looked up; refuses an unknown one. */
export function groupKeyOf(spec: GroupKeySpec, bandSets: readonly BandSet[]): GroupKey {
  const { field, bands, heads } = spec;
  if (typeof bands !== 'string') return { field, bands, heads };
  const set = bandSets.find(({ id }) => id === bands);
  if (!set) throw errors.invalid(`没有“${bands}”这套分段，请重新选择。`);
  return { field, bands: set.bands, heads: set.heads };
}
