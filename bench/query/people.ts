import { codeFields, monthOf, thisMonth, type CodeField, type DateField, type RowTable } from './fields.ts';
import { Random } from './random.ts';
import { resumeOf } from './resume.ts';
import { nameOf } from './names.ts';
import { unitsFor } from './units.ts';

/** Values of a row in the order of `rowFields`; 0 is not filled in. */
export type Row = readonly number[];

/** An invented person: numbers only, 0 is not filled in; the same for the same number and size. */
export interface BenchPerson {
  readonly codes: Readonly<Record<CodeField, number>>;
  readonly dates: Readonly<Record<DateField, number>>;
  /** The place in the statutory order from 1. */
  readonly unit: number;
  readonly rows: Readonly<Record<RowTable, readonly Row[]>>;
}

const lastYear = 2025;

/** The person of a number, in a district of so many people. */
export function personOf(number: number, persons: number): BenchPerson {
  const random = new Random(number * 2 + 1);
  const units = unitsFor(persons);
  const orNull = (share: number, value: number) => (random.chance(share) ? 0 : value);

  const age = 22 * 12 + random.below(38 * 12);
  const birthMonth = thisMonth - age;
  const workMonth = Math.min(birthMonth + 240 + random.below(60), thisMonth - 12);
  const isMember = random.chance(0.78);
  const rank = Math.max(1, Math.min(12, Math.floor(12 - (age / 12 - 20) / 8 - random.share() * 3)));
  const edu = 1 + random.skewed(9, 1.3);
  const native = 1 + random.skewed(3000, 1.5);
  const code = (field: CodeField, power: number) => 1 + random.skewed(codeFields[field], power);
  const flag = (share: number) => (random.chance(share) ? 1 : 0);

  const codes: BenchPerson['codes'] = {
    gender: orNull(0.002, random.chance(0.62) ? 1 : 2),
    ethnic: random.chance(0.9) ? 1 : orNull(0.02, code('ethnic', 3)),
    native: orNull(0.03, native),
    birthplace: orNull(0.05, random.chance(0.8) ? native : code('birthplace', 1)),
    party: orNull(0.01, isMember ? 1 : random.chance(0.75) ? 13 : 2 + random.below(11)),
    health: orNull(0.08, random.chance(0.94) ? 1 : 2 + random.below(3)),
    edu: orNull(0.01, edu),
    degree: orNull(0.25, code('degree', 1.8)),
    ftEdu: orNull(0.02, Math.min(9, edu + random.below(3))),
    school: orNull(0.04, code('school', 2)),
    major: orNull(0.06, code('major', 1.7)),
    title: orNull(0.7, code('title', 1)),
    grade: orNull(0.1, Math.min(27, rank * 2 + 1 + random.below(4))),
    zj: orNull(0.05, code('zj', 1)),
    deptType: orNull(0.01, code('deptType', 1.4)),
    postType: orNull(0.02, code('postType', 1.5)),
    category: orNull(0.02, code('category', 2)),
    region: orNull(0.1, code('region', 1.2)),
    source: orNull(0.05, code('source', 1.6)),
    marital: orNull(0.1, code('marital', 2)),
    blood: orNull(0.4, code('blood', 1)),
    lang: orNull(0.5, code('lang', 3)),
    f1: flag(0.1),
    f2: flag(0.2),
    f3: flag(0.05),
    f4: flag(0.5),
    f5: flag(0.02),
    f6: flag(0.3),
  };
  const dates: BenchPerson['dates'] = {
    birth: orNull(0.005, birthMonth),
    joined:
      codes.party === 1 ? orNull(0.03, Math.min(thisMonth - 2, birthMonth + 228 + random.below(168))) : 0,
    workStart: orNull(0.01, workMonth),
    gradeSince: orNull(0.1, thisMonth - random.below(84)),
    left: random.chance(0.85) ? 0 : thisMonth - random.below(150),
  };
  return {
    codes,
    dates,
    unit: orNull(0.01, 1 + random.below(units)),
    rows: {
      posts: postsOf(random, rank, workMonth, units),
      education: educationOf(random, edu, birthMonth),
      appraisals: appraisalsOf(random),
      family: familyOf(random, birthMonth),
      awards: awardsOf(random),
      ranks: random.chance(0.05) ? [] : ranksOf(random, rank, workMonth),
    },
  };
}

/** The texts of a person, apart from the rest because most questions do not need them. */
export function textsOf(number: number): { readonly name: string; readonly resume: string } {
  const random = new Random(number * 2 + 2);
  const name = nameOf(random);
  return { name, resume: random.chance(0.01) ? '' : resumeOf(random) };
}

/** One post after another up to the present one, which has no end. */
function postsOf(random: Random, rank: number, since: number, units: number): Row[] {
  const posts = 4 + random.below(5);
  const step = (thisMonth - since) / posts;
  const rows: Row[] = [];
  let from = since;
  for (let post = 0; post < posts && from < thisMonth; post++) {
    const isLast = post === posts - 1;
    const end = Math.min(thisMonth, from + 1 + Math.floor(step * (0.5 + random.share())));
    const level = random.chance(0.02) ? 0 : Math.min(12, rank + (random.chance(0.5) ? posts - 1 - post : 0));
    rows.push([1 + random.below(units), level, 1 + random.below(12), from, isLast ? 0 : end]);
    from = end;
  }
  return rows;
}

function educationOf(random: Random, edu: number, birth: number): Row[] {
  return Array.from({ length: 1 + random.below(3) }, (_, index) => {
    const from = birth + (18 + index * 5) * 12;
    const degree = random.below(6);
    return [
      Math.min(9, edu + index),
      degree,
      1 + random.below(1000),
      1 + random.below(600),
      from,
      from + 46,
      index === 0 ? 1 : 0,
    ];
  });
}

/** Year by year up to the last; 1 is 优秀. Some years are missing. */
function appraisalsOf(random: Random): Row[] {
  const years = 6 + random.below(5);
  const excellent = random.share() * random.share() * 0.9;
  const rows: Row[] = [];
  for (let year = lastYear - years + 1; year <= lastYear; year++) {
    const share = random.share();
    const result = share < excellent ? 1 : share < 0.96 ? 2 : share < 0.98 ? 3 : share < 0.99 ? 4 : 5;
    if (!random.chance(0.03)) rows.push([year, result]);
  }
  return rows;
}

function familyOf(random: Random, birth: number): Row[] {
  return Array.from({ length: 3 + random.below(5) }, () => [
    1 + random.below(10),
    random.chance(0.05) ? 0 : birth - 300 + random.below(600),
    random.chance(0.3) ? 1 : 13,
    random.below(2000),
  ]);
}

function awardsOf(random: Random): Row[] {
  if (!random.chance(0.45)) return [];
  return Array.from({ length: 1 + random.below(3) }, () => [
    1 + random.below(20),
    1 + random.below(6),
    thisMonth - random.below(200),
  ]);
}

/** From the rank of the beginning up to the present one. */
function ranksOf(random: Random, rank: number, since: number): Row[] {
  const ranks = 2 + random.below(3);
  const step = Math.floor((thisMonth - since) / ranks);
  return Array.from({ length: ranks }, (_, index) => {
    const isLast = index === ranks - 1;
    return [
      Math.min(12, rank + ranks - 1 - index),
      since + index * step,
      isLast ? 0 : since + (index + 1) * step,
    ];
  });
}

/** The rank that is held today, what the peers have as a column. */
export function rankOf({ rows }: BenchPerson): number {
  return rows.ranks.at(-1)?.[0] ?? 0;
}

/** In office today, what the peers have as a column. */
export function isCurrent({ dates }: BenchPerson): boolean {
  return dates.left === 0 || dates.left > thisMonth;
}

/** Month precision, as the office writes it. */
const months = Array.from({ length: 3000 * 12 }, (_, month) => {
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
});

export function monthText(month: number): string | null {
  return month === 0 ? null : (months[month] ?? null);
}

/** The first month of those born in 1980 or later. */
export const born1980 = monthOf(1980, 1);
