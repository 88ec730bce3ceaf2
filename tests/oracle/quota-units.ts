import { first, whenOf, written, type When } from './dates.ts';
import { numberOf, stringOf, type Person, type Row } from './records.ts';

/** A unit of the exported lines, as quotas see it. */
export interface CountedUnit {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  readonly kind: string;
  readonly b01: Row;
  readonly quotas: readonly Row[];
  readonly history: readonly Row[];
  readonly slots: ReadonlyMap<string, Row>;
}

const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? value : value ? [value] : []) as Row[];

export function countedUnits(lines: readonly Person[]): Map<string, CountedUnit> {
  return new Map(
    lines.map((line) => {
      const [b01 = {}] = rowsOf(line['B01']);
      const unit: CountedUnit = {
        id: line.id,
        name: stringOf(b01['name']) ?? '',
        parent: stringOf(b01['parentOrgCode']),
        kind: stringOf(b01['kindCode']) ?? '1',
        b01,
        quotas: rowsOf(line['QT01']),
        history: rowsOf(line['UH01']),
        slots: new Map(rowsOf(line['PS01']).map((row) => [String(row['id']), row])),
      };
      return [line.id, unit];
    }),
  );
}

/** The unit itself, or the legal one that an internal office is part of. */
export function legalUnit(units: ReadonlyMap<string, CountedUnit>, id: string | null): CountedUnit | null {
  let unit = units.get(id ?? '');
  while (unit?.kind === '2') unit = units.get(unit.parent ?? '');
  return unit && unit.kind !== '3' ? unit : null;
}

/** Has the unit not begun, is it there, or is it over? By the last 设立 or end up to the day. */
export function stageOf({ history }: CountedUnit, on: When): 'before' | 'there' | 'after' {
  const isEnd = (row: Row): boolean =>
    row['changeCode'] === '6' || (row['changeCode'] === '5' && stringOf(row['successor']) !== null);
  const turns = history
    .flatMap((row) => {
      const when = whenOf(row['changedOn']);
      return when && (row['changeCode'] === '1' || isEnd(row))
        ? [{ at: first(when), isEnd: isEnd(row) }]
        : [];
    })
    .toSorted((a, b) => a.at - b.at);
  const last = turns.filter(({ at }) => at <= first(on)).at(-1);
  if (last) return last.isEnd ? 'after' : 'there';
  return turns[0]?.isEnd === false ? 'before' : 'there';
}

const ranks = ['31', '32', '33', '34'];

/** The unit whose numbers of ranks a unit uses: it or the next one above that has some on the day, else the topmost. */
export function poolOf(units: ReadonlyMap<string, CountedUnit>, unit: CountedUnit, on: When): CountedUnit {
  let pool = unit;
  for (;;) {
    if (stageOf(pool, on) === 'there' && ranks.some((code) => approvedRow(pool, code, on))) return pool;
    const above = units.get(pool.parent ?? '');
    if (!above) return pool;
    pool = above;
  }
}

const numbers: Readonly<Record<string, string>> = {
  '11': 'chiefLeaderQuota',
  '12': 'deputyLeaderQuota',
  '2': 'internalLeaderQuota',
  '21': 'internalChiefQuota',
  '22': 'internalDeputyQuota',
};

export function approvedNumber(unit: CountedUnit, code: string, on: When): number | null {
  if (stageOf(unit, on) !== 'there') return null;
  const row = approvedRow(unit, code, on);
  if (row) return numberOf(row['approved']);
  return numbers[code] === undefined ? null : numberOf(unit.b01[numbers[code]]);
}

function approvedRow(unit: CountedUnit, code: string, on: When): Row | undefined {
  const since = (row: Row): number => {
    const from = whenOf(row['validFrom']);
    return from ? written(from) : 0;
  };
  return unit.quotas
    .filter((row) => {
      const [from, to] = [whenOf(row['validFrom']), whenOf(row['validTo'])];
      const isOver = to !== null && first(to) <= first(on);
      return row['bucketCode'] === code && !isOver && (!from || first(from) <= first(on));
    })
    .toSorted((a, b) => since(b) - since(a))[0];
}
