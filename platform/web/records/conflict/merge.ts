import {
  textOf,
  valueOf,
  withValue,
  writtenOf,
  type FieldDefinition,
  type RecordRow,
  type SetDefinition,
} from '#platform/model';

export type Side = 'mine' | 'theirs';

/** One point on which two clerks' states of a set differ. */
export interface Disagreement {
  /** The row and, for a field, its key. */
  readonly key: string;
  readonly mine: RecordRow | undefined;
  readonly theirs: RecordRow | undefined;
  /** Null: the whole row is there on one side only. */
  readonly field: FieldDefinition | null;
  /** The side that alone changed it since both began; null when both did and somebody has to choose. */
  readonly changedBy: Side | null;
}

interface Pair {
  readonly base: RecordRow | undefined;
  readonly mine: RecordRow | undefined;
  readonly theirs: RecordRow | undefined;
}

/** The three states of a set: where both began, what was typed here, what is stored now. */
export interface ThreeStates {
  readonly base: readonly RecordRow[];
  readonly mine: readonly RecordRow[];
  readonly theirs: readonly RecordRow[];
}

/** Every point that has to be settled before these rows can be saved over theirs. */
export function disagreements(set: SetDefinition, states: ThreeStates): Disagreement[] {
  return pairs(set, states).flatMap(({ base, mine, theirs }): Disagreement[] => {
    if (mine && theirs) {
      return set.fields
        .filter((field) => !isSame(field, mine, theirs))
        .map((field) => ({
          key: keyOf(theirs, field),
          mine,
          theirs,
          field,
          changedBy: isSame(field, mine, base) ? 'theirs' : isSame(field, theirs, base) ? 'mine' : null,
        }));
    }
    const row = mine ?? theirs;
    if (!row) return [];
    return [
      {
        key: keyOf(row, null),
        mine,
        theirs,
        field: null,
        changedBy: wholeRowChangedBy(set, base, mine, theirs),
      },
    ];
  });
}

/** The rows to save when every point is settled. Rows are in the stored order, those added here at the end. */
export function mergedRows(
  set: SetDefinition,
  states: ThreeStates,
  choose: (key: string) => Side,
): RecordRow[] {
  return pairs(set, states).flatMap(({ mine, theirs }) => {
    if (mine && theirs) {
      return set.fields
        .filter((field) => !isSame(field, mine, theirs) && choose(keyOf(theirs, field)) === 'mine')
        .reduce(
          (row, field) => withValue(row, field, valueOf(mine, field.key), writtenOf(mine, field.key)),
          theirs,
        );
    }
    const row = mine ?? theirs;
    if (!row) return [];
    const kept = choose(keyOf(row, null)) === 'mine' ? mine : theirs;
    return kept ? [kept] : [];
  });
}

function keyOf(row: RecordRow, field: FieldDefinition | null): string {
  return field ? `${row.id}.${field.key}` : row.id;
}

function isSame(field: FieldDefinition, a: RecordRow | undefined, b: RecordRow | undefined): boolean {
  return textOf(a, field.key) === textOf(b, field.key) && writtenOf(a, field.key) === writtenOf(b, field.key);
}

function wholeRowChangedBy(
  set: SetDefinition,
  base: RecordRow | undefined,
  mine: RecordRow | undefined,
  theirs: RecordRow | undefined,
): Side | null {
  if (!base) return mine ? 'mine' : 'theirs';
  // One side removed it; when the other left it as it was, the removal is the only change.
  const kept = mine ?? theirs;
  const untouched = set.fields.every((field) => isSame(field, kept, base));
  if (!untouched) return null;
  return mine ? 'theirs' : 'mine';
}

/** Rows that are the same one; of a single set there is only one, whatever its id. */
function pairs(set: SetDefinition, { base, mine, theirs }: ThreeStates): Pair[] {
  if (!set.repeating) return [{ base: base[0], mine: mine[0], theirs: theirs[0] }];
  const find = (rows: readonly RecordRow[], id: string) => rows.find((row) => row.id === id);
  const ids = [...new Set([...theirs, ...mine].map((row) => row.id))];
  return ids.map((id) => ({ base: find(base, id), mine: find(mine, id), theirs: find(theirs, id) }));
}
