import { join } from 'node:path';
import { catalogueListsOf } from '#platform/model';
import { openStore } from '../../server/open-store.ts';
import { operator } from '../../cli/command.ts';
import { createQueryTables, questioner, runQueryIdsFor, runStatisticsFor } from '#modules/query/server';
import { cadreJson } from '../support/run-cadre.ts';
import { linesOf, unitsOf, type Field, type World } from './records.ts';
import type { Value } from './facts.ts';

type Asked = Parameters<typeof runQueryIdsFor>[3];
type Counted = Parameters<typeof runStatisticsFor>[3];

/** The product over a data folder, asked in this process. */
export async function openProduct(folder: string) {
  const store = await openStore(folder);
  const tables = createQueryTables(store);
  const { fields } = catalogueListsOf({
    schema: tables.schema,
    facts: tables.facts,
    words: {},
    nameOf: (codes) => codes,
    hideSensitive: false,
  });
  return {
    fields: new Map<string, Field>(fields.map((field) => [field.name, field])),
    async ids(question: Asked['question'], asOf?: string): Promise<readonly string[]> {
      return (await runQueryIdsFor(store, tables, operator, { question, asOf })).ids;
    },
    statistics: (body: Counted) => runStatisticsFor(store, tables, operator, body),
    /** Facts of everybody on a date, by id. */
    async facts(names: readonly string[], asOf: string): Promise<Map<string, Value[]>> {
      const asker = await questioner(store, tables, operator, { question: { population: 'all' }, asOf });
      return asker.ask({ population: 'all' }, (found) => {
        const rows = found.rows([], 0, found.count);
        return new Map(
          [...rows].map((row) => [asker.engine.dataset.idOf(row), [...found.values(row, names)] as Value[]]),
        );
      });
    },
    close: () => store.db.destroy(),
  };
}

export type Product = Awaited<ReturnType<typeof openProduct>>;

/** What the exports of a data folder say; which kinds the fields have is told by the list of fields. */
export async function worldOf(folder: string, fields: World['fields']): Promise<World> {
  const [people, units] = [join(folder, 'people.jsonl'), join(folder, 'units.jsonl')];
  await cadreJson(0, 'export', '--format', 'jsonl', '--data', folder, '--out', people);
  await cadreJson(0, 'export', '--format', 'jsonl', '--subject', 'units', '--data', folder, '--out', units);
  return { people: linesOf(people), units: unitsOf(linesOf(units)), fields };
}
