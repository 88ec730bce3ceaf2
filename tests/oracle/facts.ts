import { codeList, isWithin } from './code-tables.ts';
import { dayOf, first, last, monthNumber, monthsBetween, textOf, whenOf, type When } from './dates.ts';
import * as life from './facts-of-life.ts';
import * as post from './facts-of-posts.ts';
import { stringOf, visibleRows, type Person, type Row } from './records.ts';
import { isHeld, spanOf } from './spans.ts';

export type Value = string | number | null;

/** Another fact of the same person on the same date. */
export type Read = (fact: string) => Value;

type PersonFact = (person: Person, on: When, read: Read) => Value;

const flag = (value: boolean): string => (value ? '1' : '0');
const dateText = (when: When | null): string | null => (when ? textOf(when) : null);
const dateOf = (person: Person, key: string): When | null => whenOf(life.a01(person)[key]);

/** 派生事实 of a person on a date, as docs/questions.md has them. */
export const personFacts: Readonly<Record<string, PersonFact>> = {
  isFormer: life.isFormer,
  isCurrent: life.isCurrent,
  isServing(person, on) {
    if (life.isCurrent(person, on) === '0') return '0';
    const isAnyHeld = (set: string): boolean =>
      visibleRows(person, set, on).some((row) => isHeld(set, row, on));
    return flag(isAnyHeld('A02') || isAnyHeld('A05') || post.registeredPost(person, on) !== null);
  },
  age: (person, on) => life.fullYears(dateOf(person, 'birthDate'), on),
  workYears: (person, on) => life.fullYears(dateOf(person, 'workStartDate'), on),
  isParty: life.isParty,
  isNonParty: life.isNonParty,
  partyYears: (person, on) =>
    life.isParty(person, on) === '1' ? life.fullYears(dateOf(person, 'partyJoinDate'), on) : null,
  isMinority: life.isMinority,
  fullTimeEducation: (person, on) => life.highest(person, on, 'fullTime', 'Education'),
  fullTimeDegree: (person, on) => life.highest(person, on, 'fullTime', 'Degree'),
  inServiceEducation: (person, on) => life.highest(person, on, 'inService', 'Education'),
  inServiceDegree: (person, on) => life.highest(person, on, 'inService', 'Degree'),
  highestEducation: (person, on) => life.highest(person, on, 'highest', 'Education'),
  highestDegree: (person, on) => life.highest(person, on, 'highest', 'Degree'),
  posts: post.posts,
  mainPost: post.mainPostText,
  mainUnit: post.mainUnit,
  postSince: (person, on) => dateText(post.postSince(person, on)),
  monthsInPost(person, on) {
    const since = post.postSince(person, on);
    return since ? monthsBetween(since, on) : null;
  },
  teamOrder: post.teamOrder,
  isLeadershipPost: post.isLeadershipPost,
  postsToEnter: post.postsToEnter,
  teamRole: (person, on) => stringOf(post.teamPost(person, on)?.['teamMemberTypeCode']),
  teamUnit: (person, on) => stringOf(post.teamPost(person, on)?.['orgCode']),
  postLevel: (person, on) => post.standing(person, on, 'level')?.code ?? null,
  postLevelSince: (person, on) => post.standing(person, on, 'level')?.since ?? null,
  monthsAtLevel: (person, on) => post.standing(person, on, 'level')?.months ?? null,
  rank: (person, on) => post.standing(person, on, 'rank')?.code ?? null,
  rankSince: (person, on) => post.standing(person, on, 'rank')?.since ?? null,
  monthsAtRank: (person, on) => post.standing(person, on, 'rank')?.months ?? null,
  retirementDate: life.retirementDate,
  monthsToRetirement(_person, on, read) {
    const month = whenOf(read('retirementDate'));
    return month ? monthNumber(month) - monthNumber(on) : null;
  },
  lastAppraisal: life.lastAppraisal,
  excellentYears: life.excellentYears,
  disciplineUntil: life.disciplineUntil,
};

/** Facts of a row. */
export const rowFacts: Readonly<Record<string, (row: Row, on: When) => Value>> = {
  'A02.isHeld': (row, on) => flag(isHeld('A02', row, on)),
  'A05.isHeld': (row, on) => flag(isHeld('A05', row, on)),
  'A02.months': (row, on) => rowMonths('A02', row, on),
  'A05.months': (row, on) => rowMonths('A05', row, on),
  'A36.age': (row, on) => life.fullYears(whenOf(row['birthDate']), on),
  'A14.isInEffect'(row, on) {
    const until = whenOf(row['effectiveUntil']);
    if (until) return flag(last(until) >= first(on));
    const code = stringOf(row['code']);
    return code !== null && isWithin(codeList('ZB65'), code, '02') ? null : '1';
  },
};

function rowMonths(set: string, row: Row, on: When): number | null {
  const span = spanOf(set, row, on);
  return span ? monthsBetween(dayOf(span.from), dayOf(span.to)) : null;
}
