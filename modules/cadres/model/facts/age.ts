import { type DateKey, type Fact } from '#engine';
import type { RuleBook } from './rule-book.ts';
import { fullYears, fullYearsByDay } from './years.ts';

/**
 * 年龄: full years on the reference date, by month unless the rule book says by day; of a birth of which only the year is
 * known, by year. 工龄: full years since 参加工作时间.
 */
export function ageFacts({ age }: RuleBook): Fact[] {
  const yearsOld: (birth: DateKey | null, asOf: DateKey) => number | null =
    age.value.precision === 'month' ? fullYears : fullYearsByDay;
  return [
    {
      of: 'person',
      name: 'age',
      label: '年龄',
      kind: 'number',
      unit: '岁',
      bind(reader, asOf) {
        const birth = reader.dates('A01.birthDate');
        return (person) => yearsOld(birth(person), asOf);
      },
    },
    {
      of: 'person',
      name: 'workYears',
      label: '工龄',
      kind: 'number',
      unit: '年',
      bind(reader, asOf) {
        const start = reader.dates('A01.workStartDate');
        return (person) => fullYears(start(person), asOf);
      },
    },
    {
      of: 'row',
      set: 'A36',
      name: 'A36.age',
      label: '家庭成员年龄',
      kind: 'number',
      unit: '岁',
      sensitive: true,
      bind(reader, asOf) {
        const birth = reader.dates('A36.birthDate');
        return (row) => yearsOld(birth(row), asOf);
      },
    },
  ];
}
