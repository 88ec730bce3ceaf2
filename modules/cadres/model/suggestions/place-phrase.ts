import { splitPost, unitNamed, type PostSplit } from './split-post.ts';
import { titleStarts } from './title-suffix.ts';
import { governmentOf, isInnerOfficeName, placeHeadedBy } from './unit-endings.ts';
import type { UnitIndex } from './unit-index.ts';
import { leadingWord } from './words/suffix-lookup.ts';
import { partlyBodies } from './words/titles.ts';
import { committeeBodies, localBodies, placeBodies } from './words/unit-suffixes.ts';

/** A unit that was named, which the following words may go on with. */
export interface NamedUnit {
  readonly org: string;
  readonly unit: string | null;
}

/** A post with the unit that it is held in. */
export interface PlacedPost extends NamedUnit {
  readonly title: string;
  /** The unit as it was named, for the words that follow. */
  readonly carry: NamedUnit;
  readonly unclear: readonly string[];
}

const PLACE =
  /^(?:中共)?((?:[^省市区县]{1,8}(?:省|自治区))?(?:[^省市区县]{1,8}市)?(?:[^省市区县旗]{0,8}[区县旗])?)/u;
const LONGEST_TITLE = 10;
const BODY_OF_PLACE = /(?:[省市州区县旗盟]委|政府|人大|人大常委会|政协|纪委|监委|纪委监委)$/u;

/**
 * Finds the unit of a phrase: named in it (某区财政局副局长), carried on from the words before (副局长), or named by a part of
 * its name only (区委常委、组织部部长). Null when no unit and no title can be seen.
 */
export function placePhrase(phrase: string, before: NamedUnit, index: UnitIndex): PlacedPost | null {
  if (titleStarts(phrase).includes(0)) return carriedOn(phrase, before, index);
  const place = placeOf(before.org);
  const full = samePlace(phrase, place);
  for (const front of frontsOf(full, before.org, place)) {
    const split = splitPost(front + full, index);
    // 人大主席 behind 某镇 is a post of that town: its own unit is enough, a bare place is not.
    const enough = (split?.named.length ?? 0) >= front.length + (front === place ? 1 : 0);
    if (split && !split.unknownTitle && enough) return placed(split);
  }
  const own = splitPost(full, index);
  if (own?.unit || before.org === '') return own ? placed(own) : null;
  const joined = index.match(before.org + full).length > 0 ? splitPost(before.org + full, index) : null;
  if (joined?.unit && joined.named.length > before.org.length) return placed(joined);
  return own ? placed(own) : longTitle(full, before);
}

/** 食品安全总监 behind a unit: it ends like a title, and nothing in it is a unit. */
function longTitle(phrase: string, before: NamedUnit): PlacedPost | null {
  if (phrase.length > LONGEST_TITLE || titleStarts(phrase).length === 0) return null;
  const unclear = [`${phrase}（职务名称不在词表中，请核对）`];
  return { org: before.org, unit: before.unit, title: phrase, carry: before, unclear };
}

/** The place that a unit's name begins with: 某市某区 */
function placeOf(org: string): string {
  return PLACE.exec(org)?.[1] ?? '';
}

/** 区财政局 behind a unit of 某区 is 某区财政局, whatever district of ours has a 区财政局. */
function samePlace(phrase: string, place: string): string {
  const first = phrase.charAt(0);
  return /[市区县旗]/u.test(first) && place.length > 1 && place.endsWith(first)
    ? place.slice(0, -1) + phrase
    : phrase;
}

/** What a phrase that begins with a part of a name only may stand behind, the likeliest first. */
function frontsOf(phrase: string, org: string, place: string): string[] {
  if (org === '') return [];
  const isPlace = leadingWord(phrase, placeBodies) !== '' && BODY_OF_PLACE.test(org) && place !== '';
  if (isPlace) return [place];
  const isPart = [placeBodies, committeeBodies, localBodies].some(
    (words) => leadingWord(phrase, words) !== '',
  );
  const isBody = leadingWord(phrase, partlyBodies) !== '';
  const offices = titleStarts(phrase).some((start) => isInnerOfficeName(phrase.slice(0, start)));
  return isPart || isBody || offices ? [org] : [];
}

function carriedOn(title: string, before: NamedUnit, index: UnitIndex): PlacedPost {
  if (before.org === '') {
    return { org: '', unit: null, title, carry: before, unclear: [`${title}（没有写明单位，请补充）`] };
  }
  const place = placeHeadedBy(title, before.org);
  const org = governmentOf(place, title);
  const unit = org === '' ? before.unit : unitNamed(org, place, index);
  return { org: org || before.org, unit, title, carry: before, unclear: [] };
}

function placed(split: PostSplit): PlacedPost {
  const unclear: string[] = [];
  if (split.unknownTitle) unclear.push(`${split.title}（职务名称不在词表中，请核对）`);
  if (split.other) {
    const { org, title } = split.other;
    unclear.push(
      `${split.named}${split.title}（可拆为“${split.org}＋${split.title}”或“${org}＋${title}”，暂按前者，请核对）`,
    );
  }
  const { org, unit, title, named } = split;
  return { org, unit, title, carry: { org: named, unit }, unclear };
}
