import { describe, expect, it } from 'vitest';
import { createFieldCatalogue, type CatalogueField } from '#platform/model';
import type { ColumnContent } from '../roster.ts';
import { cellOf } from './cell.ts';
import { dateText } from './date-text.ts';
import { fillPattern, patternPieces } from './pattern.ts';

const field = (name: string, kind: CatalogueField['kind']): CatalogueField => ({
  name,
  label: name,
  kind,
  of: 'person',
  isFact: false,
});

const catalogue = createFieldCatalogue({
  fields: [
    field('A01.name', 'text'),
    field('A01.sexCode', 'code'),
    field('A01.birthDate', 'date'),
    field('rank', 'code'),
    field('rankSince', 'date'),
    field('age', 'number'),
  ],
  sets: [],
  codes: [],
  unitName: () => undefined,
  savedName: () => undefined,
});

function cell(
  content: ColumnContent,
  texts: Record<string, string>,
  values: Record<string, string | number> = {},
) {
  const person = {
    id: '1',
    text: (name: string) => texts[name] ?? '',
    value: (name: string) => values[name] ?? null,
  };
  return cellOf(content, person, 7, catalogue);
}

describe('日期格式', () => {
  it.each([
    ['1972-11-05', 'month', '1972.11'],
    ['1972-11-05', 'day', '1972.11.05'],
    ['1972-11', 'day', '1972.11'],
    ['1972-01', 'chinese', '1972年1月'],
    ['1972', 'chinese', '1972年'],
    ['1972-11', 'short', '72.11'],
    ['1972', 'short', '1972'],
    ['1972-11', 'year', '1972'],
    ['一九七二年', 'month', '一九七二年'],
  ] as const)('%s 按 %s 为 %s', (value, format, text) => {
    expect(dateText(value, format)).toBe(text);
  });
});

describe('栏目', () => {
  it('出生年月下面是年龄', () => {
    const known = [{ 'A01.birthDate': '1972.11', age: '53' }, { 'A01.birthDate': '1972-11' }] as const;
    expect(cell({ kind: 'birthWithAge' }, ...known)).toBe('1972.11\n(53岁)');
    expect(cell({ kind: 'birthWithAge' }, {})).toBe('');
  });

  it('职级下面是任职时间', () => {
    const known = [{ rank: '三级主任科员', rankSince: '2020.06' }, { rankSince: '2020-06' }] as const;
    expect(cell({ kind: 'rankSince' }, ...known)).toBe('三级主任科员\n2020.06');
  });

  it('数字仍是数字，序号按名册的次序', () => {
    expect(cell({ kind: 'field', field: 'age' }, { age: '53' }, { age: 53 })).toBe(53);
    expect(cell({ kind: 'sequence' }, {})).toBe(7);
    expect(cell({ kind: 'photo' }, {})).toEqual({ photoOf: '1' });
  });
});

describe('学历分两行', () => {
  const rows = {
    'A08.educationCode': '大学\n研究生',
    'A08.degreeCode': '法学学士学位\n',
    'A08.school': '样板大学\n样板区委党校',
    'A08.major': '法学\n经济管理专业',
    'A08.educationTypeCode': '全日制\n在职',
  };

  it('全日制和在职各取自己的学校', () => {
    const fullTime = { ...rows, fullTimeEducation: '大学', fullTimeDegree: '法学学士学位' };
    expect(cell({ kind: 'education', of: 'fullTime' }, fullTime)).toBe('大学/法学学士学位\n样板大学法学专业');
    const inService = { ...rows, inServiceEducation: '研究生' };
    expect(cell({ kind: 'education', of: 'inService' }, inService)).toBe('研究生\n样板区委党校经济管理专业');
  });

  it('没有学历行时用任免表登记的学校，没有学历时为空', () => {
    const registered = { fullTimeEducation: '大专', 'A01.fullTimeEducationSchool': '样板专科学校' };
    expect(cell({ kind: 'education', of: 'fullTime' }, registered)).toBe('大专\n样板专科学校');
    expect(cell({ kind: 'education', of: 'inService' }, rows)).toBe('');
  });
});

describe('几项写在一格', () => {
  it('按名称取值，空的括号一并去掉', () => {
    const content = { kind: 'pattern', pattern: '{姓名}（{性别}，{职级}）' } as const;
    const known = { 'A01.name': '甲某', 'A01.sexCode': '女', rank: '' };
    expect(cell(content, known)).toBe('甲某（女）');
    expect(cell(content, { 'A01.name': '甲某' })).toBe('甲某');
  });

  it('大括号不成对的不能用', () => {
    expect(patternPieces('{姓名')).toBeNull();
    expect(patternPieces('姓名}')).toBeNull();
    expect(patternPieces('{}')).toBeNull();
    expect(patternPieces('{姓{名}}')).toBeNull();
    expect(fillPattern(patternPieces('没有项目') ?? [], () => '')).toBe('没有项目');
  });
});
