import type { CodeList, ColumnSchema, DatasetSchema, SetSchema, SourcePerson, SourceRow } from '#engine';
import { codeFieldNames, codeFields, dateFields, sensitiveFields } from './fields.ts';
import { monthText, personOf, textsOf, type Row } from './people.ts';
import { unitId } from './units.ts';

const native = 'native';
const provinces = 30;

function list(id: string, size: number): CodeList {
  const codes = Array.from({ length: size }, (_, index) => ({
    code: String(index + 1),
    label: `${id}${index + 1}`,
  }));
  if (id !== native) return { id, entries: codes };
  // Places lie in provinces.
  const above = Array.from({ length: provinces }, (_, index) => ({
    code: `p${index}`,
    label: `第${index}省`,
  }));
  return {
    id,
    entries: [...above, ...codes.map((entry, index) => ({ ...entry, parent: `p${index % provinces}` }))],
  };
}

const people: SetSchema = {
  name: 'A01',
  label: '人员',
  repeating: false,
  columns: [
    { name: 'A01.unit', label: '单位', kind: 'unit' },
    ...codeFieldNames.map((name): ColumnSchema => code('A01', name, name)),
    ...dateFields.map((name): ColumnSchema => ({ name: `A01.${name}`, label: name, kind: 'date' })),
  ],
};

const texts: readonly ColumnSchema[] = [
  { name: 'A01.name', label: '姓名', kind: 'text' },
  { name: 'A01.resume', label: '简历', kind: 'paragraph' },
];

const children: readonly SetSchema[] = [
  {
    name: 'A02',
    label: '职务',
    repeating: true,
    order: 'A02.from',
    visible: { from: 'A02.from' },
    span: { from: 'A02.from', to: 'A02.to' },
    columns: [
      { name: 'A02.unit', label: '单位', kind: 'unit' },
      code('A02', 'level', 'level'),
      code('A02', 'postType', 'postType'),
      ...dates('A02', 'from', 'to'),
    ],
  },
  {
    name: 'A08',
    label: '学历学位',
    repeating: true,
    order: 'A08.from',
    visible: { from: 'A08.from' },
    columns: [
      code('A08', 'edu', 'edu'),
      code('A08', 'degree', 'degree'),
      code('A08', 'school', 'school'),
      code('A08', 'major', 'major'),
      ...dates('A08', 'from', 'to'),
      code('A08', 'fullTime', 'f1'),
    ],
  },
  {
    name: 'A15',
    label: '年度考核',
    repeating: true,
    order: 'A15.year',
    visible: { from: 'A15.year', at: 'end' },
    columns: [...dates('A15', 'year'), code('A15', 'result', 'result')],
  },
  {
    name: 'A36',
    label: '家庭成员',
    repeating: true,
    columns: [
      code('A36', 'relation', 'relation'),
      ...dates('A36', 'birth'),
      code('A36', 'party', 'party'),
      { name: 'A36.work', label: '工作单位', kind: 'number' },
    ],
  },
  {
    name: 'A14',
    label: '奖惩',
    repeating: true,
    order: 'A14.on',
    visible: { from: 'A14.on' },
    columns: [code('A14', 'kind', 'source'), code('A14', 'level', 'level'), ...dates('A14', 'on')],
  },
  {
    name: 'A05',
    label: '职级',
    repeating: true,
    order: 'A05.from',
    visible: { from: 'A05.from' },
    columns: [code('A05', 'rank', 'rank'), ...dates('A05', 'from', 'to')],
  },
];

/** The tables of the engine, with the texts or without. */
export function datasetSchema(withText: boolean): DatasetSchema {
  const root = withText ? { ...people, columns: [...people.columns, ...texts] } : people;
  const codes = codeFieldNames.map((name) => list(name, codeFields[name]));
  return {
    sets: [root, ...children],
    codes: [...codes, list('level', 12), list('rank', 12), list('result', 5), list('relation', 10)],
  };
}

/** A person on the way into the tables; `as` is the number under whose id. */
export function sourcePerson(number: number, persons: number, withText: boolean, as = number): SourcePerson {
  const { codes, dates: days, unit, rows } = personOf(number, persons);
  const own: Record<string, unknown> = { unit: unit === 0 ? null : unitId(unit) };
  for (const name of codeFieldNames) own[name] = codeText(codes[name]);
  for (const name of dateFields) own[name] = monthText(days[name]);
  if (withText) Object.assign(own, textsOf(number));
  return {
    id: personId(as),
    sets: {
      A01: [own],
      A02: rows.posts.map(([at = 0, level = 0, postType = 0, from = 0, to = 0]) => ({
        unit: unitId(at),
        level: codeText(level),
        postType: codeText(postType),
        from: monthText(from),
        to: monthText(to),
      })),
      A08: rows.education.map(education),
      A15: rows.appraisals.map(([year, result = 0]) => ({ year: String(year), result: codeText(result) })),
      A36: rows.family.map(([relation = 0, birth = 0, party = 0, work]) => ({
        relation: codeText(relation),
        birth: monthText(birth),
        party: codeText(party),
        work,
      })),
      A14: rows.awards.map(([kind = 0, level = 0, on = 0]) => ({
        kind: codeText(kind),
        level: codeText(level),
        on: monthText(on),
      })),
      A05: rows.ranks.map(([rank = 0, from = 0, to = 0]) => ({
        rank: codeText(rank),
        from: monthText(from),
        to: monthText(to),
      })),
    },
  };
}

function education([
  edu = 0,
  degree = 0,
  school = 0,
  major = 0,
  from = 0,
  to = 0,
  fullTime = 0,
]: Row): SourceRow {
  return {
    edu: codeText(edu),
    degree: codeText(degree),
    school: codeText(school),
    major: codeText(major),
    from: monthText(from),
    to: monthText(to),
    fullTime: codeText(fullTime),
  };
}

/** The ids are in the order of the numbers. */
export function personId(number: number): string {
  return `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

export function personNumber(id: string): number {
  return Number.parseInt(id.slice(24), 16);
}

const codeTexts = Array.from({ length: 3001 }, (_, index) => String(index));

function codeText(value: number): string | null {
  return value === 0 ? null : (codeTexts[value] ?? null);
}

function code(set: string, name: string, codes: string): ColumnSchema {
  return {
    name: `${set}.${name}`,
    label: name,
    kind: 'code',
    codes,
    sensitive: sensitiveFields.includes(name),
  };
}

function dates(set: string, ...names: readonly string[]): ColumnSchema[] {
  return names.map((name) => ({ name: `${set}.${name}`, label: name, kind: 'date' }));
}
