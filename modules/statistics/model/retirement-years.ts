import type { Band, Condition } from '#engine';

/** 法定退休年度 as bands of the retirement date: due before the year of the reference date, then year by year. */
export function retirementBands(asOf: string, years: number): readonly Band[] {
  const first = Number(asOf.slice(0, 4));
  const following = Array.from({ length: years }, (_, index) => String(first + index));
  return [
    { label: '此前已到龄', to: String(first - 1) },
    ...following.map((year) => ({ label: `${year}年`, from: year, to: year })),
  ];
}

/** Who is due within these years, or was due before. */
export function dueWithin(asOf: string, years: number): Condition {
  return { op: 'between', field: 'retirementDate', to: String(Number(asOf.slice(0, 4)) + years - 1) };
}
