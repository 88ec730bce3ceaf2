import { describe, expect, it } from 'vitest';
import type { SheetCell, SheetRow } from '#documents/formats';
import { cadreSets, codedItem, personSet } from '#modules/cadres';
import { newId, type FieldDefinition, type RecordRow, type SetDefinition } from '#platform/model';
import { loadCodeTables } from '#platform/server';
import { findHead } from './find-head.ts';
import { suggestMapping } from './map-heads.ts';
import { matchPerson, type KnownPerson, type PersonClaim } from './match-person.ts';
import { hasMergedRows, MergedRows } from './merged-rows.ts';
import { RowFinder } from './find-row.ts';
import { RowMerger } from './merge-rows.ts';
import { readCell, type CellContext } from './read-cell.ts';
import type { WantedValue } from './wanted-row.ts';

const tables = loadCodeTables();
const setOf = (code: string): SetDefinition => {
  const set = cadreSets.find((each) => each.code === code);
  if (!set) throw new Error(code);
  return set;
};
const education = setOf('A08');
const cell = (text: string, kind: SheetCell['kind'] = 'text'): SheetCell => ({ text, kind });
const row = (number: number, ...texts: string[]): SheetRow => ({
  number,
  isHidden: false,
  cells: texts.map((text) => (text === '' ? null : cell(text))),
});

describe('heads', () => {
  it('are known by label, code, key and the words in use', () => {
    expect(
      suggestMapping(education, ['姓 名', '公民身份号码', '学历*', 'A0807', 'school', '毕业时间', '备注']),
    ).toEqual(['@name', '@nationalId', 'educationName', 'graduatedOn', 'school', null, null]);
    expect(suggestMapping(personSet, ['姓名', '身份证号', '出生年月', '单位'])).toEqual([
      'name',
      'nationalId',
      'birthDate',
      '@unit',
    ]);
  });

  it('of a member of the family do not take the place of the person', () => {
    expect(
      suggestMapping(setOf('A36'), ['姓名', '身份证号', '称谓', '姓名', '出生年月', '成员出生年月']),
    ).toEqual(['@name', '@nationalId', 'relation', 'name', '@birth', 'birthDate']);
    expect(suggestMapping(setOf('A36'), ['姓名', '身份证号', '家庭成员姓名', '称谓', '出生日期'])).toEqual([
      '@name',
      '@nationalId',
      'name',
      'relation',
      'birthDate',
    ]);
  });

  it('are found below titles, in one row or two', () => {
    expect(
      findHead(education, [row(1, '学历统计表'), row(3, '姓名', '学历'), row(4, '甲', '大学')], [])?.row,
    ).toBe(3);
    const two = findHead(
      education,
      [row(1, '姓名', '学校情况', ''), row(2, '', '学校', '专业'), row(3, '甲', '乙', '丙')],
      [
        { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0 },
        { firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 2 },
      ],
    );
    expect(two).toEqual({ row: 2, heads: ['姓名', '学校', '专业'] });
    expect(findHead(education, [row(1, '甲', '乙')], [])).toBeNull();
  });
});

describe('merged cells', () => {
  it('speak for all rows that they reach over', () => {
    const merged = [{ firstRow: 2, lastRow: 3, firstColumn: 0, lastColumn: 1 }];
    expect(hasMergedRows(merged, 1)).toBe(true);
    expect(hasMergedRows(merged, 2)).toBe(false);
    const rows = new MergedRows(merged);
    const texts = [row(2, '甲', '', '一'), row(3, '', '', '二'), row(4, '', '', '三')].map((each) =>
      rows.filled(each).cells.map((found) => found?.text ?? ''),
    );
    expect(texts).toEqual([
      ['甲', '', '一'],
      ['甲', '', '二'],
      ['', '', '三'],
    ]);
  });
});

describe('cells', () => {
  const units = [
    { id: 'u1', path: '区委办公室/综合科' },
    { id: 'u2', path: '区政府办公室/综合科' },
  ];
  const context: CellContext = {
    tables,
    is1904: false,
    keepUnknown: false,
    unitsNamed: (name) => units.filter(({ path }) => path.endsWith(name)),
  };
  const field = (path: string): FieldDefinition => {
    const [set = '', key = ''] = path.split('.');
    const found = setOf(set).fields.find((each) => each.key === key);
    if (!found) throw new Error(path);
    return found;
  };
  const read = (path: string, text: string, kind?: SheetCell['kind'], keepUnknown = false) => {
    const reading = readCell(field(path), cell(text, kind), { ...context, keepUnknown });
    return 'problem' in reading
      ? reading.problem.code
      : [reading.value, reading.written].filter((each) => each !== undefined);
  };

  it.each<[string, string, SheetCell['kind'], unknown]>([
    ['A08.graduatedOn', '1972.11', 'text', ['1972-11']],
    ['A08.graduatedOn', '1972年11月', 'text', ['1972-11']],
    ['A08.graduatedOn', '１９７２．１１', 'text', ['1972-11']],
    ['A08.graduatedOn', '19721105', 'number', ['1972-11-05']],
    ['A08.graduatedOn', '1972.10', 'number', ['1972-10']],
    ['A08.graduatedOn', '1972.1', 'text', ['1972-01']],
    ['A08.graduatedOn', '1972.1', 'number', 'date-unclear'],
    ['A08.graduatedOn', '26608', 'number', ['1972-11-05']],
    ['A08.graduatedOn', '1972-11', 'date', ['1972-11']],
    ['A08.graduatedOn', '2010年秋', 'text', ['2010', '2010年秋']],
    ['A08.graduatedOn', '二〇〇一年九月', 'text', ['2001-09']],
    ['A08.graduatedOn', '一九九八年十二月二十五日', 'text', ['1998-12-25']],
    ['A08.graduatedOn', '二〇〇一年十三月', 'text', 'bad-date'],
    ['A08.graduatedOn', '1972.13', 'text', 'bad-date'],
    ['A08.graduatedOn', '1973.2.29', 'text', 'bad-date'],
    ['A08.graduatedOn', '12345678', 'number', 'bad-date'],
    ['A08.educationCode', '大学', 'text', ['21']],
    ['A08.educationCode', ' 本　科 ', 'text', ['21']],
    ['A08.educationCode', '21', 'number', ['21']],
    ['A08.educationCode', '２１', 'text', ['21']],
    ['A08.educationCode', '21 大学', 'text', ['21']],
    ['A08.educationCode', '大学（21）', 'text', ['21']],
    ['A08.educationCode', '31 大学', 'text', 'unknown-code'],
    ['A08.educationTypeCode', '在职教育', 'text', ['2']],
    ['A08.isTopDegree', '√', 'text', ['1']],
    ['A08.isTopDegree', '否', 'boolean', ['0']],
    ['A01.ethnicCode', '1', 'number', ['01']],
    ['A01.ethnicCode', '汉', 'text', ['01']],
    ['A01.nationalId', '990928197211050000', 'number', 'digits-lost'],
    ['A01.nationalId', '99001', 'text', 'bad-national-id'],
    ['A01.statisticalOrgCode', '综合科', 'text', 'unit-unclear'],
    ['A01.statisticalOrgCode', '区委办公室/综合科', 'text', ['u1']],
    ['A01.statisticalOrgCode', '某科', 'text', 'unknown-unit'],
    ['A11.days', '12.0', 'number', [12]],
    ['A11.days', '十二', 'text', 'bad-number'],
    ['A08.school', '#REF!', 'error', 'formula-error'],
    ['A08.school', '清华\n大学 ', 'text', ['清华大学']],
    ['A08.school', '\u0001', 'text', 'bad-character'],
  ])('%s “%s” (%s)', (path, text, kind, expected) => {
    expect(read(path, text, kind)).toEqual(expected);
  });

  it('without a code stay as written when that was chosen', () => {
    expect(read('A08.educationCode', '私塾', 'text', true)).toEqual([null, '私塾']);
  });

  it('are the value themselves where nobody could collect the table: codes and texts alike', () => {
    expect(read('A08.majorCategoryCode', '文科类')).toEqual(['文科类']);
    expect(read('A29.entryTypeCode', ' 军转干部安置 ')).toEqual(['军转干部安置']);
    expect(read('A29.entryTypeCode', '１１')).toEqual(['11']);
    expect(read('A29.entryTypeCode', '军转\u0001')).toEqual('bad-character');
  });
});

describe('whose row it is', () => {
  const person = (change: Partial<KnownPerson>): KnownPerson => ({
    id: newId(),
    name: '方淼翀',
    nationalId: '',
    birth: '1972-11',
    units: ['u1', 'top'],
    unitName: '区档案馆',
    ...change,
  });
  const number = '99001019721105001X';
  const claim = (change: Partial<PersonClaim>): PersonClaim => ({
    person: '',
    name: '方淼翀',
    nationalId: '',
    birth: '',
    unit: '',
    ...change,
  });
  const unitsNamed = (name: string) => (name === '区档案馆' ? ['u1'] : name === '全区' ? ['top'] : []);
  const told = (said: PersonClaim, people: readonly KnownPerson[]) => {
    const match = matchPerson(said, people, unitsNamed);
    return 'person' in match ? match.person.id : `${match.at} ${match.problem.code}`;
  };
  const a = person({});
  const b = person({ birth: '1980-01', units: ['u2', 'top'] });
  const c = person({ nationalId: number });

  it('is told by the number, whatever else is said', () => {
    expect(told(claim({ nationalId: number, birth: '1999-01' }), [a, b, c])).toBe(c.id);
    expect(told(claim({ nationalId: number.toLowerCase().toUpperCase(), name: '' }), [c])).toBe(c.id);
    expect(told(claim({ nationalId: number, name: '别人' }), [c])).toBe('@name name-differs');
    expect(told(claim({ nationalId: number }), [c, { ...c, id: newId() }])).toBe(
      '@nationalId person-unclear',
    );
    expect(told(claim({ nationalId: '12345' }), [a])).toBe('@nationalId bad-national-id');
  });

  it('is told by the id of an export, unless the rest of the row speaks of somebody else', () => {
    expect(told(claim({ person: b.id }), [b])).toBe(b.id);
    expect(told(claim({ person: b.id, name: '改名', birth: '1980-01' }), [b])).toBe(b.id);
    expect(told(claim({ person: c.id, name: '改名', nationalId: number }), [c])).toBe(c.id);
    expect(told(claim({ person: b.id, name: '别人' }), [b])).toBe('@name name-differs');
    expect(told(claim({ person: b.id, name: '别人', birth: '1972-11' }), [b])).toBe('@name name-differs');
  });

  it('is told by name and birth, or name and unit', () => {
    expect(told(claim({ birth: '1972-11' }), [a, b])).toBe(a.id);
    expect(told(claim({ birth: '1975-11' }), [a, b])).toBe('@birth person-unknown');
    expect(told(claim({ unit: '区档案馆' }), [a, b])).toBe(a.id);
    expect(told(claim({ unit: '全区' }), [a, b])).toBe('@name person-unclear');
    expect(told(claim({ unit: '别处' }), [a, b])).toBe('@unit person-unknown');
    expect(told(claim({ birth: '1972-11', unit: '区档案馆' }), [a, { ...a, id: 'x', units: ['u2'] }])).toBe(
      a.id,
    );
  });

  it('is not told by a name alone', () => {
    expect(told(claim({}), [a])).toBe('@name person-unclear');
    expect(told(claim({}), [])).toBe('@name person-unknown');
    expect(told(claim({ name: '' }), [a])).toBe('@name person-missing');
    expect(told(claim({ birth: '1972' }), [a])).toBe('@name person-unclear');
  });
});

describe('rows of a person', () => {
  const id = newId();
  const stored: RecordRow[] = [
    {
      id,
      educationName: '大学',
      educationCode: '21',
      school: '样板大学',
      graduatedOn: '1995-07',
      major: '法学',
    },
  ];
  const merger = () =>
    new RowMerger(
      new RowFinder(education, (field, text) => codedItem(field.codeTable ?? '', text, tables)?.code ?? null),
      stored,
      [],
    );
  const wanted = (values: Record<string, string | null>, record = '') => ({
    record,
    values: new Map<string, WantedValue>(Object.entries(values).map(([key, value]) => [key, { value }])),
  });
  const ok = () => null;

  it('are found by their key; what is not said stays', () => {
    const work = merger();
    const outcome = work.take(wanted({ educationName: '大学', school: '样板大学', major: '民法' }), 2, ok);
    expect(outcome).toMatchObject({ kind: 'updated', after: { id, major: '民法', graduatedOn: '1995-07' } });
    expect(work.rows).toHaveLength(1);
  });

  it('say the same in other words', () => {
    const outcome = merger().take(wanted({ educationName: '本科', school: '样板大学' }), 2, ok);
    expect(outcome).toMatchObject({
      kind: 'updated',
      after: { id, educationName: '本科', educationCode: '21' },
    });
    expect(merger().take(wanted({ educationCode: '21', school: '样板大学' }), 2, ok).kind).toBe('unchanged');
  });

  it('are added when nobody has them, with the code of their text', () => {
    const work = merger();
    expect(work.take(wanted({ educationName: '研究生', school: '样板大学' }), 2, ok)).toMatchObject({
      kind: 'created',
      after: { educationCode: '11' },
    });
    expect(work.take(wanted({ educationName: '研究生', school: '样板大学' }), 3, ok).kind).toBe('unchanged');
    expect(
      work.take(wanted({ educationName: '研究生', school: '样板大学', major: '法学' }), 4, ok),
    ).toMatchObject({
      kind: 'refused',
      code: 'row-twice',
    });
    expect(work.rows).toHaveLength(2);
  });

  it('are found by the id of an export, emptied by a mark, refused by a check', () => {
    const work = merger();
    expect(work.take(wanted({ school: '改名大学', major: null }, id), 2, ok)).toMatchObject({
      kind: 'updated',
      after: { id, school: '改名大学', major: null },
    });
    expect(merger().take(wanted({ major: '民法' }), 2, ok)).toMatchObject({ code: 'key-missing' });
    expect(merger().take(wanted({ school: '新' }), 2, () => ({ code: 'x', reason: 'y' }))).toEqual({
      kind: 'refused',
      code: 'x',
      reason: 'y',
    });
  });
});
