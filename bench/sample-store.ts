import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { runCadre } from './run-program.ts';

/** Makes a data folder with that many invented people. */
export async function makeSampleStore(folder: string, persons: number): Promise<string> {
  const data = join(folder, 'data');
  await runCadre('sample', '--persons', String(persons), '--data', data);
  return data;
}

/** The first people of a store, by their ids. */
export function firstPeople(data: string, count: number): string[] {
  const store = new DatabaseSync(join(data, 'cadre.db'), { readOnly: true });
  try {
    const query = store.prepare("select id from subjects where kind = 'person' order by id limit ?");
    return query.all(count).map(({ id }) => String(id));
  } finally {
    store.close();
  }
}
