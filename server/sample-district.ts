import {
  BulkChange,
  discardDraft,
  newFile,
  runAhead,
  storeFiles,
  type JobTools,
  type Store,
  type WrittenSubject,
} from '#platform/server';
import { loadPortraits } from '#fixtures/district';
import type { SampleInput, SampleOptions } from './sample-thread.ts';

/** Setting that marks a store as sample data; the banner 示例数据 follows it. */
const sampleSetting = 'sample-data';

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
    const input: SampleInput = { options, portraits: portraits.map(({ hash }) => hash) };
    const batches = runAhead<WrittenSubject[]>(new URL('./sample-thread.ts', import.meta.url), input);
    let people = 0;
    for await (const batch of batches) {
      tools.signal.throwIfAborted();
      await bulk.addPrepared(batch);
      people += batch.filter(({ edit }) => edit.kind === 'person').length;
      tools.progress(people, options.persons);
    }
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
