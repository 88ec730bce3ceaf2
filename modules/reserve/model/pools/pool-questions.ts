import type { Condition, Question } from '#engine';
import type { Pool } from './pool.ts';

/** Is a member of the pool of this name on the reference date. */
export function isMember(name: string): Condition {
  return { op: 'some', set: 'RP01', where: { op: 'in', field: 'RP01.poolName', values: [name] } };
}

/** 成员: also those who have left the managed staff since, until somebody takes them out. */
export function membersQuestion({ name }: Pick<Pool, 'name'>): Question {
  return { population: 'all', where: isMember(name) };
}

/** 符合条件未入库; null where no entry rule says who qualifies. */
export function candidatesQuestion({ name, entry }: Pick<Pool, 'name' | 'entry'>): Question | null {
  if (entry === null) return null;
  const outside: Condition = { op: 'not', of: isMember(name) };
  return {
    population: entry.population ?? 'serving',
    where: { op: 'all', of: [...(entry.where ? [entry.where] : []), outside] },
  };
}

/** 应出库: members who meet the exit rule; null where there is none. */
export function leaversQuestion({ name, exit }: Pick<Pool, 'name' | 'exit'>): Question | null {
  if (exit?.where === undefined) return null;
  return { population: 'all', where: { op: 'all', of: [isMember(name), exit.where] } };
}

/** Members who meet one line of the target. */
export function lineQuestion({ name }: Pick<Pool, 'name'>, question: Question): Question {
  const { where } = question;
  return { population: 'all', where: { op: 'all', of: [isMember(name), ...(where ? [where] : [])] } };
}
