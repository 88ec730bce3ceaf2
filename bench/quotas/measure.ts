import { createDataset, createEngine, createMemory, type SourcePerson } from '#engine';
import { createRegistry, datasetSchemaOf, type Actor, type RecordRow } from '#platform/model';
import { applyChange, loadCodeTables } from '#platform/server';
import { cadreFacts, cadreSets } from '#modules/cadres';
import { sourceUnits } from '#modules/organization';
import { readUnitTree } from '#modules/organization/server';
import type { QueryTables } from '#modules/query/server';
import { QuotaOffice, quotaTable } from '#modules/quotas/server';
import { generateDistrict, type SampleSubject } from '#fixtures/district';
import { operator } from '../../cli/command.ts';
import { openStore } from '../../server/open-store.ts';

/** Nine districts of the sample have five thousand units. */
const districts = 9;
const districtSize = 2600;
/** Sets from which places are found; nobody's other sets are loaded. */
const sets = ['A01', 'A02', 'A05', 'A29', 'A30', 'A31'];
const bulky = [
  'resumeText',
  'currentPostFull',
  'currentPostShort',
  'rewardPenaltySummary',
  'assessmentSummary',
];
/** From the first ranks to a day to come; none is asked twice in a row. */
const days = [
  '2026-06-30',
  '2019-06-01',
  '2024-02-29',
  '2021-03-15',
  '2026-10-31',
  '2012-12-31',
  '2028-01-01',
];
const rounds = 5;

const [folder = '', wanted = '1000000'] = process.argv.slice(2);
const base = [...generateDistrict({ persons: districts * districtSize, seed: 1 })];
const people = base.filter(({ kind }) => kind === 'person').map(lean);
const copies = Math.max(1, Math.round(Number(wanted) / people.length));

const store = await openStore(folder);
const author = { actor: operator satisfies Actor, origin: 'cli', summary: '测试' } as const;
for (const units of pieces(base.filter(({ kind }) => kind === 'unit')))
  await applyChange(store, author, units.map(creation));

/** The same people again and again under ids of their own: every number is so many times that of the first ones. */
const one = await office(1);
const all = await office(copies);
const measured = await measure(all);
const agree = (await filledOf(one)).every((filled, line) => filled * copies === measured.filled[line]);
await store.db.destroy();
console.log(JSON.stringify({ ...measured, filled: undefined, people: people.length * copies, agree }));

async function office(times: number): Promise<QuotaOffice> {
  const tables = loadCodeTables();
  const facts = cadreFacts(tables);
  const schema = datasetSchemaOf(createRegistry(cadreSets), tables, facts);
  const { memory, kernel } = createMemory(1 << 20);
  const dataset = createDataset(schema, memory, kernel);
  dataset.reserve(people.length * times);
  dataset.loadUnits(sourceUnits((await readUnitTree(store)).units));
  for (let copy = 0; copy < times; copy += 1)
    dataset.append(people.map((person, place) => ({ ...person, id: idOf(copy * people.length + place) })));
  for (const _step of dataset.finish());
  const engine = createEngine(dataset, facts, { scopeColumn: 'A01.statisticalOrgCode' });
  const opened: QueryTables = { schema, facts, current: async () => engine, maintain: async () => {} };
  return new QuotaOffice(store, opened);
}

async function measure(quotas: QuotaOffice) {
  const began = performance.now();
  const { places, book } = await quotas.sight(operator, days[0]);
  const build = (performance.now() - began) / 1000;
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const day of days) {
      const start = performance.now();
      quotaTable(store, await quotas.sight(operator, day), undefined);
      times.push(performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  return {
    build,
    median: times[times.length >> 1] ?? 0,
    worst: times.at(-1) ?? 0,
    units: book.units.length,
    places: places.size,
    megabytes: places.bytes / 1e6,
    filled: await filledOf(quotas),
  };
}

/** What is filled on the first day, line by line. */
async function filledOf(quotas: QuotaOffice): Promise<number[]> {
  return quotaTable(store, await quotas.sight(operator, days[0]), undefined).lines.map(
    ({ filled }) => filled,
  );
}

function lean({ id, sets: own }: SampleSubject): SourcePerson {
  const [person = { id: '' }] = own['A01'] ?? [];
  const short = Object.fromEntries(Object.entries(person).filter(([key]) => !bulky.includes(key)));
  const kept = sets.flatMap((set) => (own[set] ? [[set, own[set]] as const] : []));
  return { id, sets: { ...Object.fromEntries(kept), A01: [short] } };
}

function creation({ id, sets: own }: SampleSubject) {
  const edits = Object.entries(own).map(([set, rows]) => [
    set,
    { expectedVersion: 0, rows: rows as RecordRow[] },
  ]);
  return { subject: id, kind: 'unit', event: 'create', sets: Object.fromEntries(edits) } as const;
}

function* pieces<Item>(list: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < list.length; from += 500) yield list.slice(from, from + 500);
}

function idOf(number: number): string {
  return `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}
