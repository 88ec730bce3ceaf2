import type { TeamLimits } from './rules.ts';

/** What remarks on a team are made from. */
export interface TeamFigures {
  readonly members: number;
  readonly principals: number;
  readonly women: number;
  /** Members up to the age that the limits name. */
  readonly young: number;
  readonly averageAge: number | null;
  /** Most members who are due to retire within one calendar year, and that year. */
  readonly retiringTogether: { readonly year: string; readonly count: number } | null;
}

/** 提示: what the structure of a team lacks by these limits. */
export function teamAdvice(figures: TeamFigures, limits: TeamLimits): string[] {
  const { members, principals, women, young, averageAge, retiringTogether } = figures;
  const { fewestMembers, fewestWomen, youngAge, fewestYoung, mostAverageAge, retiringInOneYear } = limits;
  if (members === 0) return ['没有登记班子成员。'];
  const told: string[] = [];
  if (principals === 0) told.push('没有登记正职。');
  if (members < fewestMembers) return told;
  if (women < fewestWomen) told.push(tooFew('女干部', women, fewestWomen));
  if (young < fewestYoung) told.push(tooFew(` ${youngAge} 岁以下的成员`, young, fewestYoung));
  if (averageAge !== null && mostAverageAge !== null && averageAge > mostAverageAge)
    told.push(`平均年龄 ${averageAge.toFixed(1)} 岁，高于 ${mostAverageAge} 岁。`);
  if (retiringTogether && retiringInOneYear > 0 && retiringTogether.count >= retiringInOneYear)
    told.push(`${retiringTogether.year} 年有 ${retiringTogether.count} 人到龄退休。`);
  return told;
}

function tooFew(who: string, count: number, fewest: number): string {
  return count === 0 ? `没有${who}。` : `${who.trimStart()} ${count} 人，少于 ${fewest} 人。`;
}
