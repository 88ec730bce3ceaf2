import { cadreFacts, cadreSets } from '#modules/cadres';
import { reserveSets } from '#modules/reserve';
import {
  catalogueListsOf,
  createFieldCatalogue,
  createRegistry,
  datasetSchemaOf,
  type FieldCatalogue,
} from '#platform/model';
import { loadCodeTables } from '#platform/server';
import { setWords } from './set-words.ts';

const tables = loadCodeTables();
const facts = cadreFacts(tables);

const given = {
  schema: datasetSchemaOf(createRegistry([...cadreSets, ...reserveSets]), tables, facts),
  facts,
  words: setWords,
  nameOf: (codes: string) => tables.get(codes)?.name ?? codes,
};

/** The registry's own sets and code tables, and the facts of the field. */
export const testLists = catalogueListsOf({ ...given, hideSensitive: false });

/** The same for whoever may not see what is sensitive. */
export const hiddenLists = catalogueListsOf({ ...given, hideSensitive: true });

const units: Readonly<Record<string, string>> = {
  '01980000-0000-7000-8000-000000000101': '样板区教育局',
  u1: '样板区教育局',
  u2: '样板区财政局',
};
const saved: Readonly<Record<string, string>> = { s1: '优秀年轻干部' };

/** With two units and one saved question. */
export const testCatalogue: FieldCatalogue = createFieldCatalogue({
  ...testLists,
  unitName: (id) => units[id],
  savedName: (id) => saved[id],
});
