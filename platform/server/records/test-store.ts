import { createCodeTables, createRegistry, newId, type RecordRow, type SetDefinition } from '#platform/model';
import { testDatabase } from '../database/test-database.ts';
import type { RecordGuard } from './guard.ts';
import type { Projection } from './projection.ts';
import type { ChangeAuthor } from './seal-change.ts';
import type { Store } from './store.ts';
import type { SubjectEdit } from './plan-edits.ts';

/** A made-up set: enough for the store, which knows no business. */
export const noteSet: SetDefinition = {
  code: 'N01',
  key: 'note',
  label: '摘记',
  subject: 'person',
  repeating: true,
  fields: [
    { key: 'title', code: 'N0101', label: '标题', type: 'text' },
    { key: 'writtenOn', code: 'N0102', label: '日期', type: 'date' },
    { key: 'count', code: 'N0103', label: '数量', type: 'integer' },
  ],
};

/** An empty store in a folder of its own, which goes when the test ends. */
export async function testStore(
  projections: readonly Projection[] = [],
  guards: readonly RecordGuard[] = [],
): Promise<Store & { folder: string }> {
  return {
    ...(await testDatabase()),
    registry: createRegistry([noteSet]),
    tables: createCodeTables([]),
    projections,
    guards,
  };
}

export const author: ChangeAuthor = {
  actor: { id: 'tester', name: '测试员' },
  origin: 'web',
  summary: '修改摘记',
};

export function note(title: string, id = newId()): RecordRow {
  return { id, title };
}

/** An edit of the notes of a person. */
export function noteEdit(
  subject: string,
  event: SubjectEdit['event'],
  expectedVersion: number,
  rows: readonly RecordRow[],
): SubjectEdit {
  return { subject, kind: 'person', event, sets: { N01: { expectedVersion, rows } } };
}
