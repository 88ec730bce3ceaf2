import { titleStarts } from './title-suffix.ts';
import type { UnitIndex } from './unit-index.ts';
import { createSuffixLookup } from './words/suffix-lookup.ts';
import { partlyBodies } from './words/titles.ts';
import { innerOfficeSuffixes, outerOfficeSuffixes, unitSuffixes } from './words/unit-suffixes.ts';

/** A phrase parted into the unit and what the person is there. */
export interface PostSplit {
  readonly org: string;
  readonly title: string;
  /** The unit of the index that `org` names; null when none or several do. */
  readonly unit: string | null;
  /** The other way to part it, where nothing decides. */
  readonly other: { readonly org: string; readonly title: string } | null;
  /** The title is not in the list of titles. */
  readonly unknownTitle: boolean;
}

const units = createSuffixLookup(unitSuffixes);
/** 某镇人大 and 某局工会 belong to the title; only those of a place are units. */
const bodies = createSuffixLookup(partlyBodies);
const innerOffices = createSuffixLookup(innerOfficeSuffixes);
const notInner = createSuffixLookup(
  outerOfficeSuffixes.filter((word) => word !== '办公室' && word !== '办公厅'),
);
/** Heads of a place: the unit is the government, of which only the place is named (某区副区长, 某镇镇长). */
const HEAD_OF_PLACE = /(?:省|州|市|区|县|旗|盟|镇|乡)长(?:助理)?$/u;
const COMMITTEE_OF_PLACE = /^(?:省|市|州|区|县|旗|盟)委$/u;
const PLACE = /(?:省|自治区|州|市|区|县|旗|盟)$/u;
const LONGEST_UNKNOWN_TITLE = 12;

interface Candidate {
  readonly org: string;
  readonly title: string;
  readonly unit: string | null;
}

/** Parts 某区财政局副局长 into 某区财政局 and 副局长; null when no unit can be seen in it. */
export function splitPost(phrase: string, index: UnitIndex): PostSplit | null {
  const candidates = candidatesOf(phrase, index);
  const [first] = candidates;
  if (!first) return unknownTitle(phrase, index);
  const matched = candidates.filter((each) => each.unit !== null);
  const chosen = matched[0] ?? first;
  const rival =
    matched.length > 0
      ? matched.find((each) => each.unit !== chosen.unit && !isOffice(index, chosen, each))
      : candidates.find((each) => each.org !== chosen.org);
  return {
    ...chosen,
    other: rival ? { org: rival.org, title: rival.title } : null,
    unknownTitle: false,
  };
}

function isOffice(index: UnitIndex, office: Candidate, above: Candidate): boolean {
  return office.unit !== null && above.unit !== null && index.isOfficeOf(office.unit, above.unit);
}

/** All ways to part the phrase, the longest unit first. */
function candidatesOf(phrase: string, index: UnitIndex): Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (org: string, title: string): void => {
    if (!found.has(org)) found.set(org, { org, title, unit: unitOf(org, title, index) });
  };
  for (const start of titleStarts(phrase)) {
    const org = phrase.slice(0, start);
    const title = phrase.slice(start);
    if (!isUnitLike(org, title, index)) continue;
    add(org, title);
    for (const end of outerUnits(org, index)) add(org.slice(0, end), org.slice(end) + title);
  }
  return [...found.values()].sort((a, b) => b.org.length - a.org.length);
}

function unitOf(org: string, title: string, index: UnitIndex): string | null {
  const government = HEAD_OF_PLACE.test(title) && PLACE.test(org) ? index.named(`${org}人民政府`) : null;
  const plain = org.replace(/[（(][^（）()]*[）)]/gu, '');
  return (government ?? index.named(org) ?? index.named(plain))?.id ?? null;
}

function isUnitLike(org: string, title: string, index: UnitIndex): boolean {
  if (org.length < 2) return false;
  if (index.match(org).some((match) => match.length === org.length)) return true;
  const body = bodies.longest(org);
  if (body > 0 && body < org.length && !PLACE.test(org.slice(0, -body))) return false;
  if (units.longest(org) > 0 && units.longest(org) < org.length) return true;
  if (COMMITTEE_OF_PLACE.test(org)) return true;
  return HEAD_OF_PLACE.test(title) && PLACE.test(org);
}

/** Where a unit ends inside a name that goes on with an inner office: 某区财政局|预算股. */
function outerUnits(name: string, index: UnitIndex): number[] {
  if (innerOffices.longest(name) === 0 || notInner.longest(name) > 0) return [];
  const known = index.match(name).map((match) => match.length);
  const ends = new Set(known.filter((length) => length < name.length && isOfficeName(name.slice(length))));
  for (let end = name.length - 2; end >= 2 && known.length === 0; end -= 1) {
    if (units.longest(name.slice(0, end)) === 0 || !isOfficeName(name.slice(end))) continue;
    ends.add(end);
    break;
  }
  return [...ends];
}

/** 预算股, 办公室, but neither 公室 nor 局办公室 nor another unit with its office. */
function isOfficeName(name: string): boolean {
  if (name.length < 2 || /^(?:公室|公厅|务|事处|员会|治区)/u.test(name)) return false;
  for (let end = 2; end < name.length - 1; end += 1) {
    const inside = units.longest(name.slice(0, end));
    if (inside > 0 && innerOffices.longest(name.slice(0, end)) === 0) return false;
  }
  return true;
}

/** The unit by the index or by its ending, and whatever follows as a title that is not in the list. */
function unknownTitle(phrase: string, index: UnitIndex): PostSplit | null {
  const known = index.match(phrase)[0]?.length ?? 0;
  let end = known;
  for (let at = phrase.length; at >= 3 && at > end && phrase.length - at <= LONGEST_UNKNOWN_TITLE; at -= 1) {
    const suffix = units.longest(phrase.slice(0, at));
    if (suffix > 0 && suffix < at) end = at;
  }
  if (end === 0) return null;
  const org = phrase.slice(0, end);
  const title = phrase.slice(end);
  return { org, title, unit: index.named(org)?.id ?? null, other: null, unknownTitle: title !== '' };
}
