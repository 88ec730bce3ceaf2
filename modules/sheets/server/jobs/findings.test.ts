import { expect, it } from 'vitest';
import { actorOf, openQueryOffice } from '../../../query/server/test-office.ts';
import { withSheets } from '../tables.ts';
import { Findings } from './findings.ts';
import { noCounts } from './job-rows.ts';

it('a preview keeps the first thousands of rows that are asked about, beside those that would be written', async () => {
  const { store } = await openQueryOffice(1);
  const db = withSheets(store.db);
  const job = {
    id: 'job',
    user_id: actorOf('经办人').id,
    kind: 'sheet',
    state: 'checking',
    started_at: '2026-03-02T08:00:00Z',
    set_code: 'A14',
    title: '',
    look: '',
    settings: '{}',
    done: 0,
    total: 0,
    counts: JSON.stringify(noCounts),
    message: '',
    change_id: null,
    fingerprint: '',
    rights: '',
  };
  await db.insertInto('bulk_jobs').values(job).execute();
  const findings = new Findings(store, 'job', store.registry.get('A14'), () => '');
  const person = { id: 'p', name: '何其芳', birth: '', nationalId: '', units: [], unitName: '' };
  const before = { id: 'r', name: '嘉奖', approvedOn: '2010-01' };
  const after = { ...before, approvedOn: '2015-01' };
  for (let row = 2; row < 5_010; row += 1) findings.onQuestion({ row, person, before, after, isClear: true });
  findings.onChange({ row: 5_010, person, kind: 'updated', before, after });
  await findings.keep();
  const kept = await db
    .selectFrom('bulk_changes')
    .select(['kind', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('kind')
    .orderBy('kind')
    .execute();
  expect(kept).toEqual([
    { kind: 'asked', count: 5_000 },
    { kind: 'updated', count: 1 },
  ]);
});
