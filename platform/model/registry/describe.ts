import type { z } from 'zod';
import type { CodeTables } from '../codes/code-tables.ts';
import type { historyLineSchema } from '../records/contracts.ts';
import type { SetDefinition } from './definition.ts';
import type { SetDifference } from './diff.ts';
import { displayValue, rowTitle, type UnitNames } from './display.ts';
import type { RecordRow } from './row.ts';

export type HistoryLine = z.infer<typeof historyLineSchema>;

/** A difference as people read it: a line a field, rows that came or went with all they say. */
export function describeDifference(
  set: SetDefinition,
  difference: SetDifference,
  states: { readonly before: readonly RecordRow[]; readonly after: readonly RecordRow[] },
  tables: CodeTables,
  unitName: UnitNames,
): HistoryLine[] {
  const line = (row: RecordRow, kind: HistoryLine['kind']) => ({
    set: set.code,
    setLabel: set.label,
    row: row.id,
    // The one row of a single set needs no name.
    rowTitle: set.repeating ? rowTitle(set, row, tables, unitName) : '',
    kind,
  });
  const before = new Map(states.before.map((row) => [row.id, row]));
  const after = new Map(states.after.map((row) => [row.id, row]));
  const whole = (row: RecordRow): { label: string; text: string }[] =>
    set.fields
      .filter((field) => !field.internal)
      .map((field) => ({ label: field.label, text: displayValue(field, row, tables, unitName) }))
      .filter(({ text }) => text !== '');
  const sentence = (row: RecordRow): string =>
    whole(row)
      .map(({ label, text }) => `${label}：${text}`)
      .join('；');
  return [
    ...difference.changed.flatMap((change) => {
      const field = set.fields.find((candidate) => candidate.key === change.field);
      const row = after.get(change.row);
      if (!field || !row || field.internal) return [];
      return [
        {
          ...line(row, 'changed'),
          field: field.key,
          label: field.label,
          before: displayValue(field, before.get(change.row), tables, unitName),
          after: displayValue(field, row, tables, unitName),
        },
      ];
    }),
    ...difference.added.map((row) => ({
      ...line(row, 'added'),
      field: '',
      label: '新增',
      before: '',
      after: sentence(row),
    })),
    ...difference.removed.map((row) => ({
      ...line(row, 'removed'),
      field: '',
      label: '删除',
      before: sentence(row),
      after: '',
    })),
  ];
}
