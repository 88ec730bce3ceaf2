import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readForm, writeLrmx, type ApprovalForm } from '#documents/formats';
import type { ExportStatus, ImportItem, ImportStatus } from '#modules/exchange';
import { districtForms, smallForm } from '../support/invented-forms.ts';
import { startServer, type Client } from '../support/running-server.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { until } from '../support/until.ts';

let clerk: Client;

beforeAll(async () => {
  const server = await startServer(tempFolder());
  clerk = await server.addUser('zhang', 'clerk');
}, 60_000);

const status = async (id: string) => (await clerk.call<ImportStatus>('GET', `/imports/${id}`)).body;
const isOver = ({ state }: ImportStatus) => !['reading', 'applying'].includes(state);
const countPeople = async () =>
  (await clerk.call<{ total: number }>('POST', '/cadres/list', { size: 1 })).body.total;

/** Uploads forms and lets them be read. */
async function previewed(forms: readonly ApprovalForm[]): Promise<ImportStatus> {
  const { id } = (await clerk.call<{ id: string }>('POST', '/imports')).body;
  const upload = new FormData();
  forms.forEach((form, index) => {
    upload.append('files', new Blob([writeLrmx(form)]), `报送/${form.name}${index}.lrmx`);
  });
  const kept = await clerk.upload(`/imports/${id}/files`, upload);
  expect(kept.body).toEqual({ files: forms.length });
  await clerk.call('POST', `/imports/${id}/preview`);
  return until(() => status(id), isOver);
}

async function applied(id: string): Promise<ImportStatus> {
  expect((await clerk.call('POST', `/imports/${id}/apply`, { unit: null })).status).toBe(200);
  return until(() => status(id), isOver);
}

async function itemsOf(id: string): Promise<readonly ImportItem[]> {
  return (await clerk.call<{ items: ImportItem[] }>('GET', `/imports/${id}/items?size=200`)).body.items;
}

/** Exports and downloads what came of it. */
async function exported(wanted: object): Promise<Buffer> {
  const started = await clerk.call<ExportStatus>('POST', '/exports', wanted);
  expect(started.status).toBe(200);
  const read = async () => (await clerk.call<ExportStatus>('GET', `/exports/${started.body.id}`)).body;
  const done = await until(read, ({ state }) => state !== 'running');
  expect(done).toMatchObject({ state: 'done', message: '' });
  return clerk.download(`/exports/${done.id}/file`);
}

const three = ['尚子衿', '林疏影', '贺远山'].map((name) => smallForm({ name }));

describe('forms by upload', { timeout: 120_000 }, () => {
  it('are shown before anything is written, come in but for those left out, and go again as one', async () => {
    const shown = await previewed(three);
    expect(shown).toMatchObject({ state: 'ready', counts: { forms: 3, created: 3, refused: 0 } });
    expect(await countPeople()).toBe(0);
    const items = await itemsOf(shown.id);
    expect(items.map(({ file, name, state }) => [file, name, state])).toEqual([
      ['报送/尚子衿0.lrmx', '尚子衿', 'created'],
      ['报送/林疏影1.lrmx', '林疏影', 'created'],
      ['报送/贺远山2.lrmx', '贺远山', 'created'],
    ]);
    await clerk.call('PUT', `/imports/${shown.id}/items/2`, { choice: 'skip' });
    const done = await applied(shown.id);
    expect(done).toMatchObject({ state: 'done', counts: { created: 2 } });
    expect(await countPeople()).toBe(2);
    expect((await clerk.call('POST', `/changes/${done.change}/undo`, {})).status).toBe(200);
    expect(await countPeople()).toBe(0);
  });

  it('show field by field what would change, and are not written over a change made since', async () => {
    const first = await applied((await previewed(three)).id);
    expect(await countPeople()).toBe(3);
    const later = three.map((form) => ({ ...form, health: '良好' }));
    const shown = await previewed(later);
    expect(shown.counts).toMatchObject({ created: 0, updated: 3 });
    const [item] = await itemsOf(shown.id);
    expect(item?.differences).toMatchObject([
      { label: expect.stringContaining('健康状况'), before: '', after: '良好' },
    ]);
    const person = await clerk.call<{ sets: Record<string, { version: number; rows: object[] }> }>(
      'GET',
      `/cadres/${item?.person}`,
    );
    const { version = 0, rows = [] } = person.body.sets['A01'] ?? {};
    const edited = { version, rows: [{ ...rows[0], specialty: '城市规划' }] };
    expect((await clerk.call('PUT', `/cadres/${item?.person}/sets/A01`, edited)).status).toBe(200);
    const failed = await applied(shown.id);
    expect(failed).toMatchObject({ state: 'failed', change: null });
    expect(failed.message).toContain('已被他人修改');
    const again = await previewed(later);
    expect(await applied(again.id)).toMatchObject({ state: 'done', counts: { updated: 3 } });
    expect((await previewed(later)).counts).toMatchObject({ unchanged: 3, updated: 0 });
    const undone = await clerk.call('POST', `/changes/${first.change}/undo`, {});
    expect(undone).toMatchObject({ status: 409, body: { error: { code: 'changed-since' } } });
    expect(await countPeople()).toBe(3);
  });

  it('come in beside the work of others: all at once, and nobody waits until it is over', async () => {
    const before = await countPeople();
    const forms = districtForms(400);
    const shown = await previewed(forms);
    expect(shown.counts).toMatchObject({ created: forms.length });
    const applying = applied(shown.id);
    const seen: { state: ImportStatus['state']; people: number }[] = [];
    let last: ImportStatus['state'];
    do {
      const people = await countPeople();
      ({ state: last } = await status(shown.id));
      seen.push({ state: last, people });
    } while (last !== 'done' && last !== 'failed');
    expect(await applying).toMatchObject({ state: 'done' });
    // Nobody, then everybody: never some of them. The word 'done' comes a little after they are there.
    const counts = seen.map(({ people }) => people);
    expect(counts.filter((people) => people === before).length).toBeGreaterThan(5);
    expect(counts).toEqual(counts.toSorted((one, other) => one - other));
    expect([before, before + forms.length]).toEqual(expect.arrayContaining([...new Set(counts)]));
    expect(await countPeople()).toBe(before + forms.length);
  });
});

describe('exports', { timeout: 120_000 }, () => {
  it('of a selection are one file: forms in a zip, a PDF, lines of JSON', async () => {
    const list = await clerk.call<{ people: { id: string; name: string }[] }>('POST', '/cadres/list', {
      size: 20,
    });
    const people = list.body.people.slice(0, 12);
    const ids = people.map(({ id }) => id);
    const zip = unzipSync(await exported({ format: 'lrmx', ids }));
    expect(Object.keys(zip)).toHaveLength(people.length);
    const names = Object.values(zip).map((bytes) => {
      const reading = readForm(bytes);
      return reading.ok ? reading.form.name : '';
    });
    expect(names.toSorted()).toEqual(people.map(({ name }) => name).toSorted());
    expect((await exported({ format: 'pdf', ids })).subarray(0, 5).toString()).toBe('%PDF-');
    const lines = (await exported({ format: 'jsonl', ids })).toString().trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(ids.toSorted());
    const form = await clerk.download(`/cadres/${ids[0]}/form.lrmx`);
    const reading = readForm(form);
    expect(reading.ok && reading.form.name).toBe(people[0]?.name);
  });

  it('of nobody are refused with a sentence', async () => {
    const answer = await clerk.call('POST', '/exports', { format: 'docx', ids: [] });
    expect(answer).toMatchObject({ status: 422, body: { error: { code: 'nothing-to-export' } } });
  });
});
