import type { RecordRow } from '#platform/model';
import {
  BulkChange,
  discardDraft,
  newFile,
  storeFiles,
  type JobTools,
  type Store,
  type SubjectEdit,
} from '#platform/server';
import { generateDistrict, loadPortraits, type SampleSubject } from '#fixtures/district';

/** Setting that marks a store as sample data; the banner 示例数据 follows it. */
const sampleSetting = 'sample-data';
const batchSize = 500;

export interface SampleOptions {
  readonly persons: number;
  readonly seed: number;
}

/** Writes the invented district into an empty store, as one change. */
export async function buildSampleDistrict(
  store: Store,
  options: SampleOptions,
  tools: JobTools,
): Promise<number> {
  const portraits = loadPortraits().map((bytes) => newFile(bytes, 'image/jpeg'));
  await store.db.transaction().execute((tx) => storeFiles(tx, portraits));
  const bulk = await BulkChange.begin(store);
  try {
    let people = 0;
    let batch: SubjectEdit[] = [];
    for (const subject of generateDistrict(options)) {
      batch.push(editOf(subject, portraits[subject.portrait ?? -1]?.hash));
      if (subject.kind === 'person') people += 1;
      if (batch.length < batchSize) continue;
      tools.signal.throwIfAborted();
      await bulk.add(batch);
      tools.progress(people, options.persons);
      batch = [];
    }
    if (batch.length > 0) await bulk.add(batch);
    const summary = `生成示例数据：样板区，${people} 人`;
    await bulk.publish({ actor: { id: 'system', name: '系统' }, origin: 'sample', summary });
    await store.db
      .insertInto('settings')
      .values({ name: sampleSetting, value: String(options.seed) })
      .execute();
    tools.progress(people, people);
    return people;
  } catch (error) {
    await discardDraft(store, bulk.id);
    throw error;
  }
}

/** Was this store filled with invented people? */
export async function isSampleData(store: Store): Promise<boolean> {
  const found = await store.db
    .selectFrom('settings')
    .select('name')
    .where('name', '=', sampleSetting)
    .executeTakeFirst();
  return found !== undefined;
}

function editOf(subject: SampleSubject, portrait: string | undefined): SubjectEdit {
  const sets = Object.entries(subject.sets).map(
    ([code, rows]) => [code, { expectedVersion: 0, rows: rows as RecordRow[] }] as const,
  );
  const photo = portrait
    ? [
        [
          'A57',
          {
            expectedVersion: 0,
            rows: [{ id: photoId(subject.id), data: portrait, mediaType: 'image/jpeg' }],
          },
        ] as const,
      ]
    : [];
  return {
    subject: subject.id,
    kind: subject.kind,
    event: 'create',
    sets: Object.fromEntries([...sets, ...photo]),
  };
}

/** The ids of a sample number their subject's rows; the last number is the photo's, so the same seed gives the same. */
function photoId(subject: string): string {
  return `${subject.slice(0, 15)}fff${subject.slice(18)}`;
}
