import { upperBound, type DateKey, type Fact } from '#engine';
import { flag, yes } from './flag.ts';

const penalties = ['02'];

/** 奖惩: rows are seen from 批准日期 until 撤销日期. */
export const disciplineFacts: readonly Fact[] = [
  {
    of: 'person',
    name: 'disciplineUntil',
    label: '影响期至',
    kind: 'date',
    sensitive: true,
    stepwise: true,
    /** The last end of the periods in which penalties bar promotion; it may lie in the past. */
    bind(reader) {
      const eachRow = reader.eachRow('A14');
      const until = reader.rows('A14').dates('A14.effectiveUntil');
      let last: DateKey | null = null;
      const visit = (row: number): void => {
        const end = until(row);
        if (end !== null && (last === null || end > last)) last = end;
      };
      return (person) => {
        last = null;
        eachRow(person, visit);
        return last;
      };
    },
  },
  {
    of: 'row',
    set: 'A14',
    name: 'A14.isInEffect',
    label: '是否在影响期内（奖励为有效）',
    kind: 'code',
    codes: 'XZ09',
    sensitive: true,
    stepwise: true,
    /** A penalty until the last day of 影响期, not known without it; a reward as long as it is not revoked. */
    bind(reader, asOf) {
      const until = reader.dates('A14.effectiveUntil');
      const isPenalty = reader.isAmong('A14.code', penalties);
      return (row) => {
        const end = until(row);
        if (end !== null) return flag(upperBound(end) >= asOf);
        return isPenalty(row) ? null : yes;
      };
    },
  },
];
