import type { Found } from '../ask.ts';
import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import { distinctOfFound } from './distinct.ts';
import { facetsOfFound } from './facets.ts';
import { groupFound } from './group.ts';
import { FoundPages } from './pages.ts';
import { percentilesOfFound } from './percentiles.ts';
import { summaryOfFound } from './summary.ts';
import { keptPlanesOf } from './kept-planes.ts';
import { FoundValues } from './values.ts';

/** The verbs over the people found: `bits` has the `count` rows of the root table that a question found. */
export function createFound(ctx: FoundContext, bits: Pointer, count: number): Found {
  const { dataset } = ctx;
  keptPlanesOf(dataset).trim();
  const pages = new FoundPages(ctx, bits, count);
  const values = new FoundValues(ctx);
  return {
    count,
    version: dataset.version,
    rows: (sort, from, size) => pages.rows(sort, from, size),
    ids: (sort, from, size) => pages.rows(sort, from, size).map((row) => dataset.idOf(row)),
    values: (row, fields) => values.of(row, fields),
    group: (keys) => groupFound(ctx, keys, bits, count),
    facets: (keys) => facetsOfFound(ctx, keys, bits, count),
    percentiles: (field, shares) => percentilesOfFound(ctx, field, shares, bits, count),
    summary: (field) => summaryOfFound(ctx, field, bits, count),
    distinct: (field, limit) => distinctOfFound(ctx, field, limit, bits, count),
  };
}
