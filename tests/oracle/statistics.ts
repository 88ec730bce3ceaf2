import { isWithin, codeList } from './code-tables.ts';
import type { Oracle } from './evaluate.ts';
import type { Value } from './facts.ts';
import type { Person, World } from './records.ts';

/** Bands or heads of a key of a table; without them everything stands for itself, dates by their year. */
export interface Key {
  readonly field: string;
  readonly bands?: readonly { readonly label: string; readonly from?: number; readonly to?: number }[];
  readonly heads?: readonly { readonly label: string; readonly values: readonly string[] }[];
}

/** The group of a person, `null` for 未填写. */
export function groupOf(world: World, oracle: Oracle, person: Person, { field, bands, heads }: Key): Value {
  const value = oracle.valueOf(person, field);
  if (value === null) return null;
  if (bands) {
    const at = Number(value);
    return bands.find(({ from = -Infinity, to = Infinity }) => from <= at && at <= to)?.label ?? '其他';
  }
  const { kind, codes = '' } = world.fields.get(field) ?? {};
  if (heads) {
    const list = codeList(codes);
    const isUnder = (head: string): boolean => value === head || isWithin(list, String(value), head);
    return heads.find(({ values }) => values.some(isUnder))?.label ?? '其他';
  }
  return kind === 'date' ? String(value).slice(0, 4) : value;
}

/** How many of these people stand in each cell, by the groups of the keys as JSON. */
export function tableOf(
  world: World,
  oracle: Oracle,
  people: readonly Person[],
  keys: readonly Key[],
): Map<string, number> {
  const cells = new Map<string, number>();
  for (const person of people) {
    const cell = JSON.stringify(keys.map((key) => String(groupOf(world, oracle, person, key))));
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  return cells;
}
