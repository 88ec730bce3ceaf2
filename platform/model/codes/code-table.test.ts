import { describe, expect, it } from 'vitest';
import { createCodeTable, type CodeItem } from './code-table.ts';
import { createCodeTables } from './code-tables.ts';

function tableOf(id: string, items: readonly CodeItem[], verified = true) {
  return createCodeTable(id, { standard: id, name: id, name_en: id, source: 'test', verified, items });
}

const levels = tableOf('ZB09', [
  { code: '1', label: '公务员' },
  { code: '1A', label: '综合管理类', parent: '1' },
  {
    code: '1A41',
    label: '乡科级正职（领导） ',
    parent: '1A',
    aliases: ['正科级'],
    full_label: '乡科级正职领导职务',
  },
  { code: null, label: '股级' },
]);
const ranks = tableOf('ZB148', [
  { code: '1', label: '综合管理类职级' },
  { code: '1A', label: '四级主任科员', parent: '1' },
]);

describe('a code table', () => {
  it('finds a row by label, by label without blanks and with other brackets, by alias and by long form', () => {
    for (const label of ['乡科级正职（领导）', ' 乡科级 正职(领导)', '正科级', '乡科级正职领导职务']) {
      expect(levels.byLabel(label)?.code, label).toBe('1A41');
    }
    expect(levels.byLabel('正处级')).toBeUndefined();
  });

  it('has no code for a row of which only the label is known', () => {
    expect(levels.byLabel('股级')).toEqual({ code: null, label: '股级' });
  });

  it('does not choose between rows that bear the same label', () => {
    const places = tableOf('ZB01', [
      { code: '410900', label: '河南濮阳' },
      { code: '410928', label: '河南濮阳' },
    ]);
    expect(places.byLabel('河南濮阳')).toBeUndefined();
  });

  it('knows the way up and down', () => {
    expect(levels.isWithin('1A41', '1')).toBe(true);
    expect(levels.isWithin('1A', '1A41')).toBe(false);
    expect(levels.isWithin('9', '9')).toBe(false);
    expect(levels.pathOf('1A41')).toEqual(['公务员', '综合管理类', '乡科级正职（领导）']);
    expect(levels.pathOf('9')).toEqual([]);
    expect(levels.children('1A').map((item) => item.code)).toEqual(['1A41']);
    expect(levels.children(null).map((item) => item.label)).toEqual(['公务员', '股级']);
    expect(levels.labelOf('1A')).toBe('综合管理类');
  });

  it('keeps visible that it is not verified', () => {
    expect(tableOf('ZB03', [], false).verified).toBe(false);
  });

  it('is refused with a code given twice, an unknown parent or a cycle', () => {
    const a = { code: 'a', label: 'A' };
    expect(() => tableOf('T', [a, { ...a, label: 'B' }])).toThrow('twice');
    expect(() => tableOf('T', [{ ...a, parent: 'x' }])).toThrow('no parent x');
    expect(() =>
      tableOf('T', [
        { ...a, parent: 'b' },
        { code: 'b', label: 'B', parent: 'a' },
      ]),
    ).toThrow('cycle');
  });
});

describe('the code tables', () => {
  const tables = createCodeTables([levels, ranks]);

  it('are found by id and refuse an id given twice', () => {
    expect(tables.get('ZB148')).toBe(ranks);
    expect(tables.get('ZB99')).toBeUndefined();
    expect(tables.list()).toHaveLength(2);
    expect(() => createCodeTables([levels, levels])).toThrow('twice');
  });

  it('resolve a code of alternatives to the row that is no heading', () => {
    expect(tables.resolve('ZB09|ZB148', '1A')?.label).toBe('四级主任科员');
    expect(tables.resolve('ZB09|ZB148', '1A41')?.label).toBe('乡科级正职（领导）');
    expect(tables.resolve('ZB09|ZB148', '1')?.label).toBe('公务员');
    expect(tables.resolve('ZB09', '1A')?.label).toBe('综合管理类');
    expect(tables.resolve('ZB09|ZB148', '7')).toBeUndefined();
    expect(tables.resolve('ZB99', '1')).toBeUndefined();
  });
});
