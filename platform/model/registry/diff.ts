import type { SetDefinition } from './definition.ts';
import { writtenOf, type RecordRow, valueOf, type FieldValue } from './row.ts';

/** One field of one row that differs. */
export interface FieldDifference {
  readonly set: string;
  readonly row: string;
  readonly field: string;
  readonly label: string;
  readonly before: FieldValue;
  readonly after: FieldValue;
  readonly beforeWritten?: string;
  readonly afterWritten?: string;
}

/** What became of the rows of a set between two states: rows added, removed, and fields changed. */
export interface SetDifference {
  readonly set: string;
  readonly added: readonly RecordRow[];
  readonly removed: readonly RecordRow[];
  readonly changed: readonly FieldDifference[];
}

/** Compares two states of a set, row by row; rows are the same when their ids are. */
export function diffRows(
  set: SetDefinition,
  before: readonly RecordRow[],
  after: readonly RecordRow[],
): SetDifference {
  const old = new Map(before.map((row) => [row.id, row]));
  const kept = new Set(after.map((row) => row.id));
  return {
    set: set.code,
    added: after.filter((row) => !old.has(row.id)),
    removed: before.filter((row) => !kept.has(row.id)),
    changed: after.flatMap((row) => {
      const previous = old.get(row.id);
      return previous ? changedFields(set, previous, row) : [];
    }),
  };
}

/** Is there no difference at all? */
export function isSame(difference: SetDifference): boolean {
  return difference.added.length + difference.removed.length + difference.changed.length === 0;
}

function changedFields(set: SetDefinition, before: RecordRow, after: RecordRow): FieldDifference[] {
  const changes: FieldDifference[] = [];
  for (const field of set.fields) {
    const a = valueOf(before, field.key);
    const b = valueOf(after, field.key);
    const aw = writtenOf(before, field.key);
    const bw = writtenOf(after, field.key);
    if ((a ?? '') === (b ?? '') && aw === bw) continue;
    changes.push({
      set: set.code,
      row: after.id,
      field: field.key,
      label: field.label,
      before: a,
      after: b,
      ...(aw ? { beforeWritten: aw } : {}),
      ...(bw ? { afterWritten: bw } : {}),
    });
  }
  return changes;
}
