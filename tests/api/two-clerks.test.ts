import { beforeAll, describe, expect, it } from 'vitest';
import { startServer, type Client } from '../support/running-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

interface Person {
  readonly sets: Record<string, { version: number; rows: Record<string, unknown>[] }>;
  readonly form: { texts: Record<string, string>; photo: string | null };
}

interface History {
  readonly entries: readonly {
    id: string;
    actorName: string;
    undoes: string | null;
    lines: { label: string; before: string; after: string }[];
  }[];
}

let zhang: Client;
let li: Client;
let reader: Client;
let id: string;

beforeAll(async () => {
  const server = await startServer(tempFolder());
  zhang = await server.addUser('zhang', 'clerk');
  li = await server.addUser('li', 'clerk');
  reader = await server.addUser('chakan', 'reader');
  const made = await zhang.call<{ id: string }>('POST', '/cadres', { name: '程望舒', unit: null });
  id = made.body.id;
}, 60_000);

const read = async (who: Client) => (await who.call<Person>('GET', `/cadres/${id}`)).body;

/** Saves values of the basic set as somebody who saw a certain version of it. */
function save(who: Client, seen: Person, values: Record<string, unknown>) {
  const { version = 0, rows = [] } = seen.sets['A01'] ?? {};
  return who.call('PUT', `/cadres/${id}/sets/A01`, { version, rows: [{ ...rows[0], ...values }] });
}

describe('two clerks at one person', { timeout: 60_000 }, () => {
  it('the second to save sees both values, and nothing is overwritten or lost', async () => {
    const [zhangs, lis] = [await read(zhang), await read(li)];
    expect((await save(zhang, zhangs, { health: '健康', nativePlaceText: '河北正定' })).status).toBe(200);
    const refused = await save(li, lis, { health: '一般' });
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'version-conflict' } } });
    const told = JSON.stringify(refused.body);
    for (const value of ['健康', '一般', 'health']) expect(told).toContain(value);
    const after = await read(li);
    expect(after.sets['A01']?.rows[0]).toMatchObject({ health: '健康', nativePlaceText: '河北正定' });
    expect((await save(li, after, { health: '一般' })).status).toBe(200);
    const end = await read(zhang);
    expect(end.sets['A01']?.rows[0]).toMatchObject({ health: '一般', nativePlaceText: '河北正定' });
  });

  it('both at the same moment: one is saved, the other told', async () => {
    const seen = await read(zhang);
    const answers = await Promise.all([
      save(zhang, seen, { specialty: '财政' }),
      save(li, seen, { specialty: '审计' }),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const winner = answers[0]?.status === 200 ? '财政' : '审计';
    expect((await read(li)).sets['A01']?.rows[0]).toMatchObject({ specialty: winner });
  });

  it('a change is undone as a new change, and only once', async () => {
    const history = async () => (await zhang.call<History>('GET', `/cadres/${id}/history`)).body.entries;
    const change = (await history()).find(({ lines }) => lines.some(({ after }) => after === '一般'));
    expect(change).toMatchObject({ actorName: 'li', lines: [{ before: '健康', after: '一般' }] });
    const undone = await zhang.call('POST', `/changes/${change?.id}/undo`, { reason: '录入错误' });
    // Somebody has changed the same set since: undoing would overwrite that.
    expect(undone.status).toBe(409);
    const [newest] = await history();
    expect((await zhang.call('POST', `/changes/${newest?.id}/undo`, {})).status).toBe(200);
    expect((await zhang.call('POST', `/changes/${change?.id}/undo`, {})).status).toBe(200);
    expect((await read(li)).sets['A01']?.rows[0]).toMatchObject({ health: '健康' });
    expect((await zhang.call('POST', `/changes/${change?.id}/undo`, {})).status).toBe(409);
    expect((await history())[0]).toMatchObject({ undoes: change?.id });
  });

  it('a reader sees nothing sensitive and changes nothing', async () => {
    const number = '990101197803040017';
    expect((await save(zhang, await read(zhang), { nationalId: number })).status).toBe(200);
    expect(JSON.stringify(await read(li))).toContain(number);
    const seen = await read(reader);
    expect(seen.sets['A01']?.rows[0]).toMatchObject({ name: '程望舒' });
    expect(JSON.stringify(seen)).not.toContain(number);
    const list = await reader.call('POST', '/cadres/list', { columns: ['A01.name', 'A01.nationalId'] });
    expect(list.status).toBe(200);
    expect(JSON.stringify(list.body)).not.toContain(number);
    const refused = await Promise.all([
      save(reader, seen, { health: '差' }),
      reader.call('DELETE', `/cadres/${id}`),
      reader.call('POST', '/imports'),
      reader.call('POST', '/exports', { format: 'jsonl' }),
      reader.call('GET', `/cadres/${id}/history`),
      reader.call('GET', `/cadres/${id}/photo`),
      reader.call('POST', '/users', { name: 'x', displayName: 'x', role: 'clerk' }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
  });
});
