/** What remarks on a team are made from. */
export interface TeamFigures {
  readonly members: number;
  readonly principals: number;
  readonly women: number;
  readonly upTo40: number;
  readonly averageAge: number | null;
  /** Most members who are due to retire within one calendar year, and that year. */
  readonly retiringTogether: { readonly year: string; readonly count: number } | null;
}

/** Where remarks begin; the targets are those of the place, these are common ones (domain-rules 6.2). */
export const adviceLimits = { averageAge: 50, retiringInOneYear: 3, fewestMembers: 3 } as const;

/** 提示: what the structure of a team lacks. A team of one or two is not measured by it. */
export function teamAdvice(figures: TeamFigures): string[] {
  const { members, principals, women, upTo40, averageAge, retiringTogether } = figures;
  if (members === 0) return ['没有登记班子成员。'];
  const told: string[] = [];
  if (principals === 0) told.push('没有登记正职。');
  if (members < adviceLimits.fewestMembers) return told;
  if (women === 0) told.push('没有女干部。');
  if (upTo40 === 0) told.push('没有 40 岁以下的成员。');
  if (averageAge !== null && averageAge > adviceLimits.averageAge)
    told.push(`平均年龄 ${averageAge.toFixed(1)} 岁，高于 ${adviceLimits.averageAge} 岁。`);
  if (retiringTogether && retiringTogether.count >= adviceLimits.retiringInOneYear)
    told.push(`${retiringTogether.year} 年有 ${retiringTogether.count} 人到龄退休。`);
  return told;
}
