import { createSuffixLookup } from './words/suffix-lookup.ts';
import { partlyBodies, partyBodies } from './words/titles.ts';
import {
  innerOfficeSuffixes,
  ownOfficeSuffixes,
  straddlingWords,
  unitSuffixes,
} from './words/unit-suffixes.ts';

const units = createSuffixLookup(unitSuffixes);
const innerOffices = createSuffixLookup(innerOfficeSuffixes);
const ownOffices = createSuffixLookup(ownOfficeSuffixes);
/** Words that look like a unit's end and are none: they belong to the title behind them. */
const titleBodies = createSuffixLookup([...partyBodies, '干部', '驻村', '全部', '内部', '我局', '本局']);
/** 某镇人大 and 某局工会 belong to the title; only those of a place are units. */
const lowerBodies = createSuffixLookup(partlyBodies);
const straddling = new Set(straddlingWords);

const PLACE = /(?:省|自治区|州|市|区|县|旗|盟)$/u;
const COMMITTEE_OF_PLACE = /^(?:省|市|州|区|县|旗|盟)委$/u;
/** The head of a place and how the name of that place ends: 副区长 of 某区, 镇长助理 of 某镇. */
const HEAD = /(省|州|市|区|县|旗|盟|镇|乡)长(?:助理)?$/u;

/** Does the name end as units do? 局 alone is no name. */
export function endsLikeUnit(name: string): boolean {
  const bare = withoutBrackets(name);
  if (COMMITTEE_OF_PLACE.test(bare)) return true;
  if (titleBodies.longest(bare) > 0) return false;
  const body = lowerBodies.longest(bare);
  if (body > 0 && body < bare.length && !PLACE.test(bare.slice(0, -body))) return false;
  const suffix = units.longest(bare);
  return suffix > 0 && suffix < bare.length;
}

/** Does a unit's name end at this place of the text, and no word goes on across it? */
export function unitEndsAt(text: string, at: number): boolean {
  return endsLikeUnit(text.slice(0, at)) && !straddling.has(text.slice(at - 1, at + 1));
}

/** 预算股, 办公室: an office inside a unit, and nothing else before it. */
export function isInnerOfficeName(name: string): boolean {
  if (name.length < 2 || innerOffices.longest(name) === 0 || ownOffices.longest(name) > 0) return false;
  if (/^(?:公室|公厅|务|事处|员会|治区|系)/u.test(name)) return false;
  for (let end = 2; end < name.length - 1; end += 1) {
    const inside = name.slice(0, end);
    const isUnit =
      units.longest(inside) > 0 && innerOffices.longest(inside) === 0 && titleBodies.longest(inside) === 0;
    if (isUnit && !straddling.has(name.slice(end - 1, end + 1))) return false;
  }
  return true;
}

/** May the name end in an inner office? */
export function endsLikeInnerOffice(name: string): boolean {
  return innerOffices.longest(name) > 0 && ownOffices.longest(name) === 0;
}

/** The government that the head of a place leads: 某区人民政府 for 某区 and 副区长; empty for any other unit or title. */
export function governmentOf(place: string, title: string): string {
  const kind = HEAD.exec(title)?.[1];
  return kind !== undefined && place.endsWith(kind) && place.length > 1 ? `${place}人民政府` : '';
}

/** The place in a unit's name that a title heads: 某镇 in 某镇党政办 for 副镇长, 某区 in 某区委 for 区长; empty without one. */
export function placeHeadedBy(title: string, org: string): string {
  const kind = HEAD.exec(title)?.[1];
  return kind === undefined ? '' : org.slice(0, org.lastIndexOf(kind) + 1);
}

export function withoutBrackets(name: string): string {
  return name.replace(/[（(][^（）()]*[）)]/gu, '');
}
