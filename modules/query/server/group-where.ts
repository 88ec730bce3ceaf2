import type { Column, Condition, Group, GroupKey, Head } from '#engine';

/**
 * The condition that finds the people of a group, so that every number leads to the names behind it. `column` is the
 * field's column on the reference date and `within` names the units below one: so overlapping heads are known.
 */
export function groupWhere(
  key: GroupKey,
  group: Group,
  column: Column | undefined,
  within: (unit: string) => readonly string[],
): Condition {
  const { field, bands, heads } = key;
  if (group.value === null) return { op: 'empty', field };
  const filled: Condition = { op: 'not', of: { op: 'empty', field } };
  if (bands) {
    const conditions = bands.map(({ from, to }): Condition =>
      from === undefined && to === undefined ? filled : { op: 'between', field, from, to },
    );
    return chosen(
      conditions,
      bands.findIndex(({ label }) => label === group.label),
      filled,
      (earlier, own) => overlap(bands[earlier], bands[own]),
    );
  }
  if (heads) {
    const conditions = heads.map(({ values }): Condition => ({ op: 'in', field, values: [...values] }));
    const keys = heads.map(keysOnce(column, within));
    return chosen(
      conditions,
      heads.findIndex(({ label }) => label === group.label),
      filled,
      (earlier, own) => keys[earlier]?.().isDisjointFrom(keys[own]?.() ?? new Set()) === false,
    );
  }
  if (column?.kind === 'date') return { op: 'in', field, values: [String(group.value)] };
  const exact = column?.kind === 'code' || column?.kind === 'unit' ? { exact: true } : {};
  return { op: 'in', field, values: [group.value], ...exact };
}

/** The first condition that matches wins: earlier ones that may overlap are taken away. A place of -1 is 其他. */
function chosen(
  conditions: readonly Condition[],
  own: number,
  filled: Condition,
  overlaps: (earlier: number, own: number) => boolean,
): Condition {
  const condition = conditions[own];
  if (!condition) return { op: 'all', of: [filled, { op: 'not', of: { op: 'any', of: [...conditions] } }] };
  const earlier = conditions.slice(0, own).filter((_, index) => overlaps(index, own));
  if (earlier.length === 0) return condition;
  return { op: 'all', of: [condition, ...earlier.map((of): Condition => ({ op: 'not', of }))] };
}

type Ends = { readonly from?: number | string | undefined; readonly to?: number | string | undefined };

function overlap(a: Ends | undefined, b: Ends | undefined): boolean {
  // 1975-03 lies within 1975, which lasts until its end.
  const isBelow = (x: Ends | undefined, y: Ends | undefined): boolean =>
    x?.to !== undefined && y?.from !== undefined && x.to < y.from && !String(y.from).startsWith(`${x.to}-`);
  return !isBelow(a, b) && !isBelow(b, a);
}

/** All that is under a head, keys of codes or ids of units, when it is first asked for. */
function keysOnce(column: Column | undefined, within: (unit: string) => readonly string[]) {
  return ({ values }: Head) => {
    let keys: ReadonlySet<number | string> | undefined;
    return (): ReadonlySet<number | string> => {
      keys ??= new Set(
        [...new Set(values)].flatMap<number | string>((value) =>
          column?.kind === 'code' ? [...column.dictionary.within(value)] : within(value),
        ),
      );
      return keys;
    };
  };
}
