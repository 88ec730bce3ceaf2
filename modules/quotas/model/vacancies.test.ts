import { describe, expect, it } from 'vitest';
import { never } from './career.ts';
import { day } from './test-careers.ts';
import { vacanciesOf } from './vacancies.ts';

const span = (person: number, from: string, to?: string) => ({
  person,
  from: day(from),
  to: to === undefined ? never : day(to),
});
const today = day('2024-06-30');

describe('a vacant place', () => {
  it('is vacant since the day on which the last one left it', () => {
    const spans = [span(1, '2015-03-01', '2019-05-01'), span(2, '2019-09-01', '2024-02-15')];
    expect(vacanciesOf(spans, 1, today)).toEqual([{ since: day('2024-02-15'), last: 2 }]);
  });

  it('is told for each of several, the longest first, and for those that nobody has ever filled', () => {
    const spans = [
      span(1, '2015-03-01', '2021-05-01'),
      span(2, '2018-09-01', '2023-02-15'),
      span(3, '2020-01-01'),
    ];
    expect(vacanciesOf(spans, 4, today)).toEqual([
      { since: null, last: null },
      { since: day('2021-05-01'), last: 1 },
      { since: day('2023-02-15'), last: 2 },
    ]);
  });

  it('was not vacant where somebody followed on the same day', () => {
    const spans = [span(1, '2015-03-01', '2021-05-01'), span(2, '2021-05-01')];
    expect(vacanciesOf(spans, 1, today)).toEqual([]);
    expect(vacanciesOf(spans, 2, today)).toEqual([{ since: null, last: null }]);
  });

  it('does not look behind the day', () => {
    const spans = [span(1, '2015-03-01', '2024-01-01'), span(2, '2024-08-01')];
    expect(vacanciesOf(spans, 1, today)).toEqual([{ since: day('2024-01-01'), last: 1 }]);
  });
});
