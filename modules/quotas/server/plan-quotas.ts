import { errors, textOf, type Actor, type OperationInput, type OperationOutput } from '#platform/model';
import { readMany, rowsOf, type Store } from '#platform/server';
import {
  applyMoves,
  balance,
  bucketsOf,
  careerFromRecords,
  careerSets,
  placesOn,
  rankPools,
  reasonText,
  whatIf,
  isRankGroup,
  type Move,
  type PendingChange,
  type QuotaLine,
  type planQuotas,
} from '#modules/quotas';
import { linesOf } from './quota-list.ts';
import type { QuotaOffice, QuotaSight } from './quota-office.ts';
import { headOf, lineOf, unitNameOf } from './told.ts';

type Asked = OperationInput<typeof planQuotas>['body'];

/** 职数推演: the lines that a batch of moves changes, with who is released and who comes in. */
export async function planQuotasFor(
  store: Store,
  office: QuotaOffice,
  actor: Actor,
  { asOf, moves }: Asked,
): Promise<OperationOutput<typeof planQuotas>> {
  const ids = [...new Set(moves.map(({ person }) => person))];
  const stored = await readMany(store.db, ids, careerSets);
  const sight = await office.sight(actor, asOf);
  const { engine, careers, day, book } = sight;
  const names = new Map<string, string>();
  const lives = new Map(
    ids.map((id) => {
      const row = engine.dataset.rowOf(id);
      if (row === undefined || !sight.seesPerson(row)) throw errors.notFound('方案中的干部');
      const sets = rowsOf(stored.get(id) ?? {});
      names.set(id, textOf(sets['A01']?.[0], 'name'));
      return [id, careerFromRecords(sets, careers)] as const;
    }),
  );
  const planned = moves.map((move) => moveOf(sight, move, day));
  const changes = whatIf(lives, planned, day, sight.tools);
  const pools = rankPools(book.units, day);
  const known = linesOf(sight);
  const isOf = (line: QuotaLine, { unit, bucket }: PendingChange): boolean => {
    const place = book.placeOf(unit) ?? -1;
    const at = isRankGroup(bucket) ? (pools[place] ?? place) : place;
    return at === line.place && bucketsOf(line.bucket).includes(bucket);
  };
  // Somebody may be the first in a bucket for which nothing is approved.
  const others = changes
    .filter((change) => !known.some((line) => isOf(line, change)) && sight.seesUnit(change.unit))
    .map(({ unit, bucket }): QuotaLine => {
      const place = book.placeOf(unit) ?? -1;
      return {
        place,
        bucket,
        approved: null,
        row: null,
        limit: null,
        filled: 0,
        vacancy: 0,
        excess: 0,
        notCounted: 0,
      };
    });
  const lines = [...known, ...others].flatMap((line) => {
    const own = changes.filter((change) => isOf(line, change));
    const released = own.flatMap((each) => each.released);
    const filled = own.flatMap((each) => each.filled);
    // Who moves inside a pool, or inside what is approved together, is neither released nor filled.
    const [out, into] = [
      released.filter((id) => !filled.includes(id)),
      filled.filter((id) => !released.includes(id)),
    ];
    if (out.length + into.length === 0) return [];
    const projected = line.filled - out.length + into.length;
    return [
      {
        ...lineOf(sight, line),
        unitName: unitNameOf(sight, line.place),
        released: out.map((id) => names.get(id) ?? ''),
        pending: into.map((id) => names.get(id) ?? ''),
        projected,
        projectedExcess: balance(line.approved, projected).excess,
      },
    ];
  });
  const people = [...lives].map(([id, life]) => {
    const own = planned.filter(({ person }) => person === id);
    const places = placesOn(applyMoves(life, own), day, sight.tools).map((place) => ({
      unitName: unitNameOf(sight, book.placeOf(place.unit) ?? -1),
      counted: place.reason === null,
      reason: reasonText(place),
    }));
    return { id, name: names.get(id) ?? '', places };
  });
  return { ...headOf(sight), lines, people };
}

function moveOf(sight: QuotaSight, move: Asked['moves'][number], day: number): Move {
  const { person, ends = [], begins = [], rank, leaves = false } = move;
  const nameOf = (unit: string | null): string => {
    if (unit === null) return '';
    const place = sight.book.placeOf(unit);
    if (place === undefined) throw errors.notFound('方案中的机构');
    return unitNameOf(sight, place);
  };
  return {
    person,
    on: day,
    ends,
    begins: begins.map(({ unit, title, roleCode, isPrimary, isAttached, isExempt }) => ({
      unit,
      orgName: nameOf(unit),
      title,
      role: roleCode,
      isPrimary: isPrimary ?? true,
      isAttached: isAttached ?? false,
      isExempt: isExempt ?? false,
    })),
    ...(rank === undefined ? {} : { rank }),
    leaves,
  };
}
