import { describe, expect, test } from 'vitest';
import {
  ageAt,
  checkNationalId,
  printDateText,
  printPartyJoin,
  readDateText,
  readPartyJoin,
} from './index.ts';

describe('dates', () => {
  test.each([
    ['197207', { year: 1972, month: 7 }],
    ['19720701', { year: 1972, month: 7, day: 1 }],
    ['1972', { year: 1972 }],
    ['1972.07', { year: 1972, month: 7 }],
    ['1972.7', { year: 1972, month: 7 }],
    ['1972.07.01', { year: 1972, month: 7, day: 1 }],
    ['1972-07', { year: 1972, month: 7 }],
    ['1972-07-01', { year: 1972, month: 7, day: 1 }],
    ['1972/7/1', { year: 1972, month: 7, day: 1 }],
    ['1972年7月', { year: 1972, month: 7 }],
    ['1972年7月1日', { year: 1972, month: 7, day: 1 }],
    ['1972年', { year: 1972 }],
    ['１９７２．０７', { year: 1972, month: 7 }],
    [' 1972 . 07 ', { year: 1972, month: 7 }],
    ['2010秋', { year: 2010, season: '秋' }],
    ['2010年底', { year: 2010, season: '底' }],
    ['1972-07-01 00:00:00', { year: 1972, month: 7, day: 1 }],
    ['1972.07（51岁）', { year: 1972, month: 7 }],
    ['1972年7月生', { year: 1972, month: 7 }],
    ['不详', null],
    ['', null],
    ['197213', null],
    ['19720230', null],
    ['72.07', null],
    ['1972.07.01.02', null],
    ['197207199001', null],
  ])('%s', (text, date) => {
    expect(readDateText(text)).toEqual(date);
  });

  test.each([
    ['197207', '1972.07'],
    ['19720701', '1972.07'],
    ['1972-7-1', '1972.07'],
    ['1972', '1972'],
    ['2010秋', '2010秋'],
    ['不详', '不详'],
    ['', ''],
  ])('%s prints as %s', (text, printed) => {
    expect(printDateText(text)).toBe(printed);
  });

  test.each([
    ['197211', '202403', 51],
    ['197203', '202403', 52],
    ['19720331', '20240301', 52],
    ['197204', '202403', 51],
    ['1972', '202403', 52],
    ['197204', '2024', 52],
    ['1972秋', '202409', 51],
    ['1972秋', '202410', 52],
    ['1972底', '202411', 51],
    ['1972初', '202403', 52],
    ['202404', '202403', null],
    ['不详', '202403', null],
    ['197203', '', null],
  ])('born %s, at %s: %s', (birth, reference, age) => {
    expect(ageAt(birth, reference)).toBe(age);
  });
});

describe('入党时间', () => {
  test.each([
    ['200203', '200203', '2002.03'],
    ['20020303', '20020303', '2002.03'],
    ['200203；民盟', '200203；民盟', '民盟（2002.03）'],
    ['200203；民盟；民革', '200203；民盟；民革', '民盟、民革（2002.03）'],
    ['无党派', '无党派', '无党派'],
    ['民盟', '民盟', '（民盟）'],
    ['民盟；', '民盟', '（民盟）'],
    ['民盟；民革', '民盟；民革', '（民盟、民革）'],
    ['民盟；民革；九三学社', '民盟；民革；九三学社', '（民盟、民革、九三学社）'],
    ['(民盟)', '民盟', '（民盟）'],
    ['（民盟、民革）', '民盟；民革', '（民盟、民革）'],
    ['民盟（2002.03）', '200203；民盟', '民盟（2002.03）'],
    ['民盟、民革(2002.03)', '200203；民盟；民革', '民盟、民革（2002.03）'],
    ['民建2001.08', '200108；民建', '民建（2001.08）'],
    ['民建200108', '200108；民建', '民建（2001.08）'],
    [' 2001.08', '200108', '2001.08'],
    ['2001年8月', '200108', '2001.08'],
    ['中共党员（2001.08）', '200108', '2001.08'],
    ['九三', '九三学社', '（九三学社）'],
    ['群众', '群众', '群众'],
    ['共青团员', '共青团员', '共青团员'],
    ['无党派人士', '无党派', '无党派'],
    ['', '', ''],
    ['不详', '不详', '不详'],
    ['中共预备党员', '中共预备党员', '中共预备党员'],
  ])('%s is stored as %s and printed as %s', (text, editor, printed) => {
    const party = readPartyJoin(text);
    expect([party.editor, party.printed]).toEqual([editor, printed]);
    expect(printPartyJoin(editor)).toBe(printed);
    expect(readPartyJoin(printed).editor).toBe(editor.replace('20020303', '200203'));
  });

  test('says what it knows', () => {
    expect(readPartyJoin('200203；民盟')).toMatchObject({
      joined: '200203',
      parties: ['民盟'],
      nonParty: false,
      understood: true,
    });
    expect(readPartyJoin('无党派')).toMatchObject({ joined: null, nonParty: true, understood: true });
    expect(readPartyJoin('不详')).toMatchObject({ joined: null, parties: [], understood: false });
    expect(readPartyJoin('200203；200304')).toMatchObject({ understood: false, editor: '200203；200304' });
    expect(readPartyJoin('民建2001.08').ambiguous).toBe(true);
  });
});

describe('身份证号', () => {
  test('an invented number is right in every part', () => {
    expect(checkNationalId(' 993869198007 25128x')).toEqual({
      kind: '18',
      birth: '19800725',
      sex: '女',
      checksumOk: true,
      regionOk: true,
      id: '99386919800725128X',
    });
  });

  test.each([
    ['993791198402061015', { checksumOk: true, regionOk: true, sex: '男', birth: '19840206' }],
    ['993791198402061016', { checksumOk: false, sex: '男' }],
    ['003791198402061015', { regionOk: false }],
    ['993791198402301015', { birth: null }],
    ['997946921003335', { kind: '15', birth: '19921003', sex: '男', checksumOk: true }],
    ['99379119840206101', { kind: 'invalid', birth: null, sex: null, checksumOk: false, regionOk: false }],
    ['', { kind: 'invalid', id: '' }],
  ])('%s', (id, expected) => {
    expect(checkNationalId(id)).toMatchObject(expected);
  });

  test('the caller may name other regions', () => {
    expect(checkNationalId('993791198402061015', new Set(['13'])).regionOk).toBe(false);
  });
});
