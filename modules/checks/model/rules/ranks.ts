import { printDate, textOf } from '#platform/model';
import type { RecordRule } from '../rule.ts';
import { fault, isSaid, personRow, rowsOfSet, settingRow } from './rows.ts';

/** 领导职务层次 (ZB09) and the lowest rank (ZB148) that goes with it, by 职务与职级并行规定. */
const leastRanks: Readonly<Record<string, string>> = {
  '1A31': '14',
  '1A32': '16',
  '1A41': '18',
  '1A42': '1A',
};

/** The ranks of ZB148 from the highest to the lowest. */
const ranks = ['11', '12', '13', '14', '15', '16', '17', '18', '19', '1A', '1B', '1C'];

export const rankRules: readonly RecordRule[] = [
  {
    id: 'rank-below-level',
    label: '职级低于领导职务层次对应的最低职级',
    topic: '职级',
    level: 'warning',
    effectiveFrom: '2019-06-01',
    source: '公务员职务与职级并行规定（2019年）',
    find(sets, { tables }) {
      const person = personRow(sets);
      const [level, rank] = [textOf(person, 'positionLevelCode'), textOf(person, 'rankCode')];
      const least = leastRanks[level];
      if (!person || least === undefined || !ranks.includes(rank)) return [];
      if (ranks.indexOf(rank) <= ranks.indexOf(least)) return [];
      const name = (table: string, code: string): string => tables.get(table)?.labelOf(code) ?? code;
      return [
        fault(
          'A01',
          person,
          'rankCode',
          `职务层次为${name('ZB09', level)}，职级${name('ZB148', rank)}低于对应的最低职级${name('ZB148', least)}，请核对。`,
        ),
      ];
    },
  },
  {
    id: 'rank-history-differs',
    label: '现职级与职级记录不一致',
    topic: '职级',
    level: 'warning',
    effectiveFrom: '2019-06-01',
    source: '干部信息校核要求：职级信息',
    find(sets, { tables }) {
      const person = personRow(sets);
      const rank = textOf(person, 'rankCode');
      const held = rowsOfSet(sets, 'A05').filter(
        (row) =>
          ranks.includes(textOf(row, 'levelOrRankCode')) &&
          textOf(row, 'statusCode') !== '0' &&
          textOf(row, 'endedOn') === '',
      );
      if (!person || rank === '' || held.length === 0) return [];
      if (held.some((row) => textOf(row, 'levelOrRankCode') === rank)) return [];
      const codes = held.map((row) => tables.get('ZB148')?.labelOf(textOf(row, 'levelOrRankCode')) ?? '');
      return [
        fault('A01', person, 'rankCode', `现职级与“职务层次与职级”中的${codes.join('、')}不一致，请核对。`),
      ];
    },
  },
  {
    id: 'rank-undated',
    label: '有职级没有任职级时间',
    topic: '职级',
    level: 'warning',
    effectiveFrom: '2019-06-01',
    source: '干部信息校核要求：职级信息',
    find(sets) {
      const person = personRow(sets);
      if (!person || textOf(person, 'rankCode') === '' || isSaid(person, 'rankSince')) return [];
      const dates = rowsOfSet(sets, 'A05')
        .filter((row) => textOf(row, 'levelOrRankCode') === textOf(person, 'rankCode'))
        .map((row) => textOf(row, 'approvedOn'))
        .filter((date) => date !== '');
      const [date] = dates;
      const repair =
        date !== undefined && dates.length === 1
          ? settingRow(`填为 ${printDate(date)}`, 'A01', person.id, { rankSince: date })
          : undefined;
      return [fault('A01', person, 'rankSince', '填有现职级，没有任现职级时间，请补填。', repair)];
    },
  },
];
