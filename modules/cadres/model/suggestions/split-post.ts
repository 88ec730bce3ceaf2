import { titleStarts } from './title-suffix.ts';
import {
  endsLikeInnerOffice,
  endsLikeUnit,
  governmentOf,
  isInnerOfficeName,
  unitEndsAt,
  withoutBrackets,
} from './unit-endings.ts';
import type { UnitIndex } from './unit-index.ts';
import { leadingWord } from './words/suffix-lookup.ts';
import { partyBodies } from './words/titles.ts';

/** A phrase parted into the unit and what the person is there. */
export interface PostSplit {
  readonly org: string;
  readonly title: string;
  /** The unit of the index that `org` names; null when none or several do. */
  readonly unit: string | null;
  /** The unit as the phrase names it, for the titles that follow: 某镇, while 镇长 is a post of 某镇人民政府. */
  readonly named: string;
  /** The other way to part it, where nothing decides. */
  readonly other: { readonly org: string; readonly title: string } | null;
  /** The title is not in the list of titles. */
  readonly unknownTitle: boolean;
}

type Candidate = Pick<PostSplit, 'org' | 'title' | 'unit' | 'named'>;

const LONGEST_UNKNOWN_TITLE = 12;

/**
 * Parts 某区财政局副局长 into 某区财政局 and 副局长. The index of units decides between several ways (某区政府办公室＋主任 and
 * 某区政府＋办公室主任); where it knows both or neither, the longest unit is taken and the other way told. Null when no unit
 * can be seen in the phrase.
 */
export function splitPost(phrase: string, index: UnitIndex): PostSplit | null {
  const candidates = candidatesOf(phrase, index);
  const [first] = candidates;
  if (!first) return unknownTitle(phrase, index);
  const matched = candidates.filter((each) => each.unit !== null);
  const chosen = matched[0] ?? first;
  const rival =
    matched.length > 0
      ? matched
          .filter((each) => each.unit !== chosen.unit)
          .slice(0, 1)
          .find((each) => !isOffice(index, chosen, each))
      : candidates.find((each) => each.named !== chosen.named);
  return { ...chosen, other: rival ? { org: rival.org, title: rival.title } : null, unknownTitle: false };
}

/** An office of the other unit: both ways say the same, and the office is the more exact one. */
function isOffice(index: UnitIndex, office: Candidate, above: Candidate): boolean {
  return office.unit !== null && above.unit !== null && index.isOfficeOf(office.unit, above.unit);
}

/** All ways to part the phrase, the longest unit first. */
function candidatesOf(phrase: string, index: UnitIndex): Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (named: string, title: string): void => {
    if (found.has(named)) return;
    const org = governmentOf(named, title) || named;
    found.set(named, { org, title, unit: unitNamed(org, named, index), named });
  };
  for (const start of titleStarts(phrase)) {
    const org = phrase.slice(0, start);
    const title = phrase.slice(start);
    if (!isUnit(org, title, index)) continue;
    add(org, title);
    // 党组成员 is a post of a unit, never of an office inside it.
    if (leadingWord(title, partyBodies) !== '') continue;
    for (const end of outerUnits(org, index)) add(org.slice(0, end), org.slice(end) + title);
  }
  return [...found.values()].sort((a, b) => b.named.length - a.named.length);
}

/** The unit of the index by its name, without what stands in brackets, or by the place it is called after. */
export function unitNamed(org: string, named: string, index: UnitIndex): string | null {
  return (index.named(org) ?? index.named(named) ?? index.named(withoutBrackets(named)))?.id ?? null;
}

function isUnit(org: string, title: string, index: UnitIndex): boolean {
  if (org.length < 2) return false;
  return (
    endsLikeUnit(org) ||
    governmentOf(org, title) !== '' ||
    index.match(org).some((match) => match.length === org.length)
  );
}

/** Where a unit ends inside a name that goes on with an inner office: 某区财政局|预算股. */
function outerUnits(name: string, index: UnitIndex): number[] {
  if (!endsLikeInnerOffice(name)) return [];
  const known = index
    .match(name)
    .map((match) => match.length)
    .filter((length) => length < name.length && isInnerOfficeName(name.slice(length)));
  if (known.length > 0) return [...new Set(known)];
  for (let end = name.length - 2; end >= 2; end -= 1) {
    if (unitEndsAt(name, end) && isInnerOfficeName(name.slice(end))) return [end];
  }
  return [];
}

/** The unit by the index or by its ending, and whatever follows as a title that is not in the list. */
function unknownTitle(phrase: string, index: UnitIndex): PostSplit | null {
  let end = index.match(phrase)[0]?.length ?? 0;
  const shortest = Math.max(2, end + 1, phrase.length - LONGEST_UNKNOWN_TITLE);
  for (let at = phrase.length; at >= shortest && end < shortest; at -= 1) {
    if (unitEndsAt(phrase, at)) end = at;
  }
  if (end === 0) return null;
  const org = phrase.slice(0, end);
  const title = phrase.slice(end);
  return {
    org,
    title,
    unit: unitNamed(org, org, index),
    named: org,
    other: null,
    unknownTitle: title !== '',
  };
}
