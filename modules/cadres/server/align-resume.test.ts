import { expect, it } from 'vitest';
import { newId, type Actor } from '#platform/model';
import { applyChange, readSubject } from '#platform/server';
import { alignResume } from './align-resume.ts';
import { cadreStore } from './test-cadres.ts';

const clerk: Actor = {
  id: 'clerk',
  name: '科员',
  permissions: new Set(['cadre:read', 'cadre:edit']),
  scope: { kind: 'everything' },
};
const text = '1991.01--2000.01  某区财政局科员\n2000.01--         某区审计局局长';

it('makes the rows from the text and the text from the rows', async () => {
  const store = await cadreStore();
  const id = newId();
  const basic = { id: newId(), name: '张三', resumeText: text };
  await applyChange(store, { actor: clerk, origin: 'web', summary: '新增' }, [
    { subject: id, kind: 'person', event: 'create', sets: { A01: { expectedVersion: 0, rows: [basic] } } },
  ]);
  await alignResume(store, clerk, id, 'text');
  const made = await readSubject(store.db, id);
  expect(made['A17']?.rows.map((row) => [row['startedOn'], row['text']])).toEqual([
    ['1991-01', '某区财政局科员'],
    ['2000-01', '某区审计局局长'],
  ]);
  const rows =
    made['A17']?.rows.map((row, i) => (i === 1 ? { ...row, text: '某区审计局党组书记、局长' } : row)) ?? [];
  await applyChange(store, { actor: clerk, origin: 'web', summary: '改' }, [
    { subject: id, kind: 'person', event: 'update', sets: { A17: { expectedVersion: 1, rows } } },
  ]);
  await alignResume(store, clerk, id, 'rows');
  const person = (await readSubject(store.db, id))['A01']?.rows[0];
  expect(person?.['resumeText']).toBe(text.replace('审计局局长', '审计局党组书记、局长'));
});
