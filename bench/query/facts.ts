import { lowerBound, monthIndex, monthsBetween, type EngineOptions, type Fact } from '#engine';

/** The facts that the questions ask for, declared as the program declares its own. */
export const facts: readonly Fact[] = [
  {
    of: 'person',
    name: 'age',
    label: '年龄',
    kind: 'number',
    bind(reader, asOf) {
      const birth = reader.dates('A01.birth');
      const now = monthIndex(asOf);
      return (person) => {
        const born = birth(person);
        return born === null ? null : Math.floor((now - monthIndex(born)) / 12);
      };
    },
  },
  {
    of: 'person',
    name: 'isCurrent',
    label: '在册',
    kind: 'code',
    stepwise: true,
    bind(reader, asOf) {
      const left = reader.dates('A01.left');
      return (person) => {
        const day = left(person);
        return day === null || lowerBound(day) > asOf ? '1' : '0';
      };
    },
  },
  {
    of: 'person',
    name: 'rank',
    label: '现职级',
    kind: 'code',
    codes: 'rank',
    stepwise: true,
    bind(reader) {
      const eachRank = reader.eachRow('A05');
      const rank = reader.rows('A05').strings('A05.rank');
      let newest: string | null = null;
      const take = (row: number) => {
        newest = rank(row);
      };
      return (person) => {
        newest = null;
        eachRank(person, take);
        return newest;
      };
    },
  },
  {
    of: 'row',
    set: 'A02',
    name: 'A02.months',
    label: '任职月数',
    kind: 'number',
    bind(reader, asOf) {
      const from = reader.dates('A02.from');
      const to = reader.dates('A02.to');
      return (row) => {
        const start = from(row);
        const end = to(row);
        if (start === null) return null;
        return monthsBetween(start, end === null ? asOf : Math.min(lowerBound(end), asOf));
      };
    },
  },
];

export const engineOptions: EngineOptions = {
  scopeColumn: 'A01.unit',
  populations: { current: 'isCurrent' },
};
