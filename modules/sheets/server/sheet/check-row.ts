import {
  printDate,
  textOf,
  validateRows,
  type RecordRow,
  type SetDefinition,
  type SubjectSets,
} from '#platform/model';
import type { Store } from '#platform/server';
import { datePairs, type RowProblem } from '#modules/sheets';

/** The sets that have to be read so that rows of this one can be checked. */
export function setsToCheck(store: Store, set: SetDefinition): string[] {
  const guards = store.guards.filter(
    ({ kind, watches }) => kind === set.subject && watches.includes(set.code),
  );
  return [...new Set([set.code, ...guards.flatMap(({ watches, needs }) => [...watches, needs])])];
}

/**
 * What speaks against a row as it would become: the declaration of the set, dates in the wrong order, and the rules that
 * hold whoever writes. Only what the sheet has changed is held against it.
 */
export function checkRow(
  store: Store,
  set: SetDefinition,
  stored: SubjectSets,
  after: RecordRow,
  before: RecordRow | null,
): RowProblem | null {
  const [finding] = validateRows(set, [after], store.tables);
  if (finding) return { code: finding.code, reason: finding.message, field: finding.field };
  for (const [from, to] of datePairs(set)) {
    const [start, end] = [textOf(after, from), textOf(after, to)];
    const isNew = textOf(before ?? undefined, from) !== start || textOf(before ?? undefined, to) !== end;
    const length = Math.min(start.length, end.length);
    if (!isNew || length === 0 || end.slice(0, length) >= start.slice(0, length)) continue;
    return {
      code: 'date-order',
      field: to,
      reason: `“${labelOf(set, to)}”（${printDate(end)}）早于“${labelOf(set, from)}”（${printDate(start)}），请核对。`,
    };
  }
  return guarded(store, set, stored, after);
}

function guarded(store: Store, set: SetDefinition, stored: SubjectSets, after: RecordRow): RowProblem | null {
  for (const guard of store.guards) {
    if (guard.kind !== set.subject || !guard.watches.includes(set.code)) continue;
    if ((stored[guard.needs] ?? []).length === 0) continue;
    const rows = (stored[set.code] ?? []).map((row) => (row.id === after.id ? after : row));
    const [finding] = guard.refuses(stored, { ...stored, [set.code]: rows });
    if (finding) return { code: finding.code, reason: finding.message, field: finding.field };
  }
  return null;
}

const labelOf = (set: SetDefinition, key: string): string =>
  set.fields.find((field) => field.key === key)?.label ?? key;
