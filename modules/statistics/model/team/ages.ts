import { completedMonths } from './months.ts';
import type { TeamPortrait } from './contracts.ts';

/** Somebody with the birth date as stored, `1972-11` or `1972-11-05`. */
export interface Born {
  readonly id: string;
  readonly name: string;
  readonly birth: string;
}

/**
 * Average age from full months, one decimal, and the youngest and oldest; of equal ones who stands first. Of whom only
 * the year is known counts from its January. Source: domain-rules 6.1.
 */
export function ageFigures(
  people: readonly Born[],
  asOf: string,
): Pick<TeamPortrait, 'averageAge' | 'youngest' | 'oldest'> {
  const aged = people.flatMap(({ id, name, birth }) => {
    const months = completedMonths(birth, asOf);
    return months === null ? [] : [{ id, name, months }];
  });
  if (aged.length === 0) return { averageAge: null, youngest: null, oldest: null };
  const sum = aged.reduce((total, { months }) => total + months, 0);
  const extreme = (isBetter: (a: number, b: number) => boolean) => {
    const { id, name, months } = aged.reduce((best, one) => (isBetter(one.months, best.months) ? one : best));
    return { id, name, age: Math.floor(months / 12) };
  };
  return {
    averageAge: Math.round((sum / aged.length / 12) * 10) / 10,
    youngest: extreme((a, b) => a < b),
    oldest: extreme((a, b) => a > b),
  };
}
