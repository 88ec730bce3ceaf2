import type { SortKey } from '#engine';

/** 法定次序: by unit in statutory order, in it by the place in the team, the name last. */
export const statutoryOrder: readonly SortKey[] = [
  { field: 'mainUnit' },
  { field: 'teamOrder' },
  { field: 'A01.name' },
];
