import { yearOf, monthOfYear, dayOfMonth, type Fact } from '#engine';
import type { RuleBook } from './rule-book.ts';

/** 年度考核, of the years that are over on the reference date. */
export function appraisalFacts({ excellence }: RuleBook): Fact[] {
  const { years, results } = excellence.value;
  return [
    {
      of: 'person',
      name: 'lastAppraisal',
      label: '最近一次年度考核结果',
      kind: 'code',
      codes: 'ZB18',
      sensitive: true,
      stepwise: true,
      /** Of the newest year that is known; of two rows of it the last. */
      bind(reader) {
        const eachRow = reader.eachRow('A15');
        const rows = reader.rows('A15');
        const year = rows.dates('A15.year');
        const result = rows.strings('A15.resultCode');
        let newest: string | null = null;
        const visit = (row: number): void => {
          if (year(row) !== null) newest = result(row);
        };
        return (person) => {
          newest = null;
          eachRow(person, visit);
          return newest;
        };
      },
    },
    {
      of: 'person',
      name: 'excellentYears',
      label: `近${years}年年度考核优秀次数`,
      kind: 'number',
      unit: '次',
      sensitive: true,
      /** Among the last years that are over; null when none of them was appraised. */
      bind(reader, asOf) {
        const eachRow = reader.eachRow('A15');
        const rows = reader.rows('A15');
        const year = rows.dates('A15.year');
        const isExcellent = rows.isAmong('A15.resultCode', results);
        const isYearOver = monthOfYear(asOf) === 12 && dayOfMonth(asOf) === 31;
        const first = yearOf(asOf) - (isYearOver ? 0 : 1) - years + 1;
        let count: number | null = null;
        let counted = 0;
        const visit = (row: number): void => {
          const date = year(row);
          const of = date === null ? 0 : yearOf(date);
          if (of < first) return;
          count ??= 0;
          if (of === counted || !isExcellent(row)) return;
          count += 1;
          counted = of;
        };
        return (person) => {
          count = null;
          counted = 0;
          eachRow(person, visit);
          return count;
        };
      },
    },
  ];
}
