import { monthNumber, printDate, textOf } from '#platform/model';
import type { RecordRule } from '../rule.ts';
import { fault, hasLeft, personRow } from './rows.ts';

/** 预备党员 in the table of political statuses. */
const probationary = '02';

export const partyRules: readonly RecordRule[] = [
  {
    id: 'probation-over',
    label: '预备期已满，仍登记为预备党员',
    topic: '三龄',
    level: 'warning',
    effectiveFrom: '1982-09-06',
    source: '中国共产党章程第七条：预备期为一年',
    // An extension lasts up to another year; offices that would rather wait for its end say 24.
    parameter: { label: '入党满', unit: '个月', value: 12, least: 12, most: 36 },
    find(sets, { today }, months) {
      const person = personRow(sets);
      if (!person || textOf(person, 'politicalStatusCode') !== probationary || hasLeft(sets, today))
        return [];
      const joined = textOf(person, 'partyJoinDate');
      // A bare year is taken at its end. The month in which the probation ends is still the branch's to decide in.
      const since = monthNumber(joined.length === 4 ? `${joined}-12` : joined);
      const now = monthNumber(today);
      if (since === null || now === null || now - since <= months) return [];
      const message = `${printDate(joined)} 入党，预备期已满，现仍为预备党员，请核对是否已转正或延长预备期。`;
      return [fault('A01', person, 'politicalStatusCode', message)];
    },
  },
];
