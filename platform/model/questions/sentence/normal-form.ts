import type {
  AllCondition,
  AnyCondition,
  BetweenCondition,
  Condition,
  InCondition,
  NotCondition,
} from '#engine';

export type LeafCondition = Exclude<Condition, AllCondition | AnyCondition | NotCondition>;

/** A tree in which only leaves are negated, no group holds a group of its own kind, and none has a single part. */
export type Tree =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Tree[] }
  | { readonly kind: 'leaf'; readonly condition: LeafCondition; readonly negated: boolean };

/** Moves negations down to the leaves and puts together what says one thing of one field. */
export function normalForm(condition: Condition, negated = false): Tree {
  switch (condition.op) {
    case 'not':
      return normalForm(condition.of, !negated);
    case 'all':
    case 'any': {
      const kind = (condition.op === 'all') === negated ? 'any' : 'all';
      return groupOf(
        kind,
        condition.of.map((part) => normalForm(part, negated)),
      );
    }
    default:
      return { kind: 'leaf', condition, negated };
  }
}

function groupOf(kind: 'all' | 'any', parts: readonly Tree[]): Tree {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.of : [part]));
  const merged: Tree[] = [];
  for (const part of flat) addTo(merged, part, kind);
  const [only] = merged;
  return only && merged.length === 1 ? only : { kind, of: merged };
}

/** Puts a part with those that make one thing with it, at the place of the first of them. */
function addTo(merged: Tree[], part: Tree, kind: 'all' | 'any'): void {
  let place = merged.length;
  let whole = part;
  for (;;) {
    const at = merged.findIndex((earlier) => together(kind, earlier, whole) !== null);
    if (at === -1) break;
    whole = together(kind, merged[at] as Tree, whole) ?? whole;
    merged.splice(at, 1);
    place = Math.min(place, at);
  }
  merged.splice(place, 0, whole);
}

/** Two parts of a group as one: values of the same field, ranges that touch, or the two ends of a range. */
function together(kind: 'all' | 'any', a: Tree, b: Tree): Tree | null {
  if (a.kind !== 'leaf' || b.kind !== 'leaf' || a.negated !== b.negated) return null;
  const condition =
    (kind === 'any') === a.negated
      ? oneRange(a.condition, b.condition, a.negated)
      : (oneList(a.condition, b.condition) ?? touching(a.condition, b.condition));
  return condition ? { kind: 'leaf', condition, negated: a.negated } : null;
}

function oneList(a: LeafCondition, b: LeafCondition): InCondition | null {
  if (a.op !== 'in' || b.op !== 'in' || a.field !== b.field || Boolean(a.exact) !== Boolean(b.exact)) {
    return null;
  }
  return { ...a, values: [...new Set([...a.values, ...b.values])] };
}

function oneRange(a: LeafCondition, b: LeafCondition, negated: boolean): BetweenCondition | null {
  if (negated || a.op !== 'between' || b.op !== 'between' || a.field !== b.field) return null;
  if (a.to === undefined && b.from === undefined) return { ...a, to: b.to };
  return a.from === undefined && b.to === undefined ? { ...b, to: a.to } : null;
}

/** Two ranges of whole numbers with nothing between them: 35 以下 and 36 至 40 are 40 以下. */
function touching(a: LeafCondition, b: LeafCondition): BetweenCondition | null {
  if (a.op !== 'between' || b.op !== 'between' || a.field !== b.field) return null;
  const [one, other] = [endsOf(a), endsOf(b)];
  if (!one || !other || one.from > other.to + 1 || other.from > one.to + 1) return null;
  const [from, to] = [Math.min(one.from, other.from), Math.max(one.to, other.to)];
  // Everybody whose number is known: there is no range for that.
  if (from === -Infinity && to === Infinity) return null;
  const { from: _from, to: _to, ...rest } = a;
  return { ...rest, ...(from === -Infinity ? {} : { from }), ...(to === Infinity ? {} : { to }) };
}

/** The ends of a range of numbers; null of dates, and of a range in which there is nothing. */
function endsOf({ from = -Infinity, to = Infinity }: BetweenCondition) {
  return typeof from === 'number' && typeof to === 'number' && from <= to ? { from, to } : null;
}
