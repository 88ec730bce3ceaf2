import {
  printDate,
  textOf,
  validateRows,
  type RecordRow,
  type SetDefinition,
  type SubjectSets,
} from '#platform/model';
import type { Store } from '#platform/server';
import { datePairs, lifeDates, pastDates, type RowProblem } from '#modules/sheets';

/** Within which the dates of a person lie; an empty birth is not known. */
export interface LifeSpan {
  readonly birth: string;
  readonly today: string;
}

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
  life: LifeSpan,
): RowProblem | null {
  const [finding] = validateRows(set, [after], store.tables);
  if (finding) return { code: finding.code, reason: finding.message, field: finding.field };
  return (
    wrongOrder(set, after, before) ??
    outOfLife(set, after, before, life) ??
    guarded(store, set, stored, after)
  );
}

function wrongOrder(set: SetDefinition, after: RecordRow, before: RecordRow | null): RowProblem | null {
  for (const [from, to] of datePairs(set)) {
    const [start, end] = [textOf(after, from), textOf(after, to)];
    const isNew = isChanged(from, after, before) || isChanged(to, after, before);
    if (!isNew || !isEarlier(end, start)) continue;
    return {
      code: 'date-order',
      field: to,
      reason: `“${labelOf(set, to)}”（${printDate(end)}）早于“${labelOf(set, from)}”（${printDate(start)}），请核对。`,
    };
  }
  return null;
}

/** What happens to a person happens between birth and today. */
function outOfLife(
  set: SetDefinition,
  after: RecordRow,
  before: RecordRow | null,
  { birth, today }: LifeSpan,
): RowProblem | null {
  for (const field of lifeDates(set)) {
    const date = textOf(after, field);
    if (!isChanged(field, after, before) || !isEarlier(date, birth)) continue;
    const reason = `“${labelOf(set, field)}”（${printDate(date)}）早于这名干部的出生年月（${printDate(birth)}），请核对。`;
    return { code: 'date-before-birth', field, reason };
  }
  for (const field of pastDates[set.code] ?? []) {
    const date = textOf(after, field);
    if (!isChanged(field, after, before) || !isEarlier(today, date)) continue;
    return {
      code: 'date-in-future',
      field,
      reason: `“${labelOf(set, field)}”（${printDate(date)}）在今天之后，请核对。`,
    };
  }
  return null;
}

/** Surely before, as precisely as both are known. */
function isEarlier(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}

const isChanged = (key: string, after: RecordRow, before: RecordRow | null): boolean =>
  textOf(before ?? undefined, key) !== textOf(after, key);

function guarded(store: Store, set: SetDefinition, stored: SubjectSets, after: RecordRow): RowProblem | null {
  for (const guard of store.guards) {
    if (guard.kind !== set.subject || !guard.watches.includes(set.code)) continue;
    if ((stored[guard.needs] ?? []).length === 0) continue;
    const rows = (stored[set.code] ?? []).map((row) => (row.id === after.id ? after : row));
    const [finding] = guard.refuses(stored, { ...stored, [set.code]: rows }, 'work');
    if (finding) return { code: finding.code, reason: finding.message, field: finding.field };
  }
  return null;
}

const labelOf = (set: SetDefinition, key: string): string =>
  set.fields.find((field) => field.key === key)?.label ?? key;
