import type { Fact } from '#engine';
import { cadreSets } from '#modules/cadres';
import {
  catalogueListsOf,
  createFieldCatalogue,
  createRegistry,
  datasetSchemaOf,
  type FieldCatalogue,
} from '#platform/model';
import { loadCodeTables } from '#platform/server';
import { setWords } from './set-words.ts';

const bind = () => () => null;
const person = { of: 'person', bind } as const;
const facts: readonly Fact[] = [
  { ...person, name: 'age', label: '年龄', kind: 'number', unit: '岁' },
  { ...person, name: 'workYears', label: '工龄', kind: 'number', unit: '年' },
  { ...person, name: 'monthsInPost', label: '任现职月数', kind: 'number', unit: '月' },
  { ...person, name: 'monthsToRetirement', label: '距法定退休月数', kind: 'number', unit: '月' },
  { ...person, name: 'postSince', label: '任现职时间', kind: 'date' },
  { ...person, name: 'postLevelSince', label: '任现职务层次时间', kind: 'date' },
  { ...person, name: 'retirementDate', label: '法定退休时间', kind: 'date' },
  { ...person, name: 'isMinority', label: '是否少数民族', kind: 'code', codes: 'XZ09' },
  { ...person, name: 'isServing', label: '是否在职', kind: 'code', codes: 'XZ09' },
  { ...person, name: 'mainUnit', label: '主职务所在机构', kind: 'unit' },
  { ...person, name: 'fullTimeEducation', label: '全日制最高学历', kind: 'code', codes: 'ZB64' },
  { ...person, name: 'highestEducation', label: '最高学历', kind: 'code', codes: 'ZB64' },
  { of: 'row', bind, set: 'A02', name: 'A02.isHeld', label: '是否在任', kind: 'code', codes: 'XZ09' },
];

const tables = loadCodeTables();

/** The registry's own sets and code tables, facts as they are declared, two units and one saved question. */
export const testLists = catalogueListsOf({
  schema: datasetSchemaOf(createRegistry(cadreSets), tables, facts),
  facts,
  words: setWords,
  nameOf: (codes) => tables.get(codes)?.name ?? codes,
  hideSensitive: false,
});

const units: Readonly<Record<string, string>> = { u1: '样板区教育局', u2: '样板区财政局' };
const saved: Readonly<Record<string, string>> = { s1: '优秀年轻干部' };

export const testCatalogue: FieldCatalogue = createFieldCatalogue({
  ...testLists,
  unitName: (id) => units[id],
  savedName: (id) => saved[id],
});
