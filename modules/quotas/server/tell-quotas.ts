import type { Actor } from '#platform/model';
import type { Store } from '#platform/server';
import type { QueryTables } from '#modules/query/server';
import type { TableBucket } from '#modules/quotas';
import { linesOf, namesOf } from './quota-list.ts';
import { QuotaOffice } from './quota-office.ts';

/** A line of the command: a bucket of a unit with everybody behind it. */
export interface ToldQuota {
  readonly unit: string;
  readonly unitName: string;
  readonly bucket: TableBucket;
  /** Null when nobody knows. */
  readonly approved: number | null;
  readonly filled: number;
  readonly vacancy: number;
  readonly excess: number;
  /** Those who count. */
  readonly names: readonly string[];
  readonly notCounted: readonly { readonly name: string; readonly reason: string }[];
}

/** The whole table of a day, of all units or of one and those below. */
export async function tellQuotas(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  asked: { readonly asOf?: string | undefined; readonly unit?: string | undefined },
): Promise<ToldQuota[]> {
  const sight = await new QuotaOffice(store, tables).sight(actor, asked.asOf);
  const lines = linesOf(sight, asked.unit);
  const names = namesOf(sight, lines);
  return lines.map((line) => {
    const unit = sight.book.units[line.place];
    const own = names.get(line) ?? [];
    return {
      unit: unit?.id ?? '',
      unitName: unit?.name ?? '',
      bucket: line.bucket,
      approved: line.approved,
      filled: line.filled,
      vacancy: line.vacancy,
      excess: line.excess,
      names: own.filter(({ place }) => place.reason === null).map(({ name }) => name),
      notCounted: own
        .filter(({ place }) => place.reason !== null)
        .map(({ name, reason }) => ({ name, reason })),
    };
  });
}
