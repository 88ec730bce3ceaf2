import { levelWords, rankWords } from './words/ranks.ts';
import { createSuffixLookup } from './words/suffix-lookup.ts';
import { coreTitles, partlyBodies, partyBodies, titlePrefixes } from './words/titles.ts';
import { placeSuffixes } from './words/unit-suffixes.ts';

const cores = createSuffixLookup(coreTitles);
const prefixes = createSuffixLookup(titlePrefixes);
const ranks = createSuffixLookup(rankWords);
const levels = createSuffixLookup(Object.keys(levelWords));
const bodies = createSuffixLookup(partyBodies);
const lowerBodies = createSuffixLookup(partlyBodies);
const places = createSuffixLookup(placeSuffixes);

/**
 * Where a title at the end of the phrase may begin, the longest title first: for 某局党组副书记 the places of 党组副书记, 副书记
 * and 书记. Whether what stands before is a unit is for others to say.
 */
export function titleStarts(phrase: string): number[] {
  const starts = new Set<number>();
  for (const length of cores.lengthsAtEnd(phrase)) {
    for (const start of extended(phrase, phrase.length - length)) starts.add(start);
  }
  return [...starts].sort((a, b) => a - b);
}

/** Where a rank (一级主任科员) at the end of the phrase begins; -1 without one. */
export function rankStart(phrase: string): number {
  const length = ranks.longest(phrase);
  return length === 0 ? -1 : phrase.length - length;
}

/** The starts that a title may have when 副, 正科级 or 党组 stand before it. */
function extended(phrase: string, start: number): number[] {
  const starts = [start];
  const take = (length: number): void => {
    const at = (starts.at(-1) ?? start) - length;
    if (length > 0 && at >= 0) starts.push(at);
  };
  const before = (): string => phrase.slice(0, starts.at(-1));
  take(levels.longest(before()));
  take(prefixes.longest(before()));
  take(levels.longest(before()));
  const party = bodies.longest(before());
  if (party > 0) take(party);
  else {
    const lower = lowerBodies.longest(before());
    const above = phrase.slice(0, (starts.at(-1) ?? start) - lower);
    // 某区纪委 is a body of its own, 某镇纪委 belongs to the title.
    if (lower > 0 && above !== '' && places.longest(above) === 0) take(lower);
  }
  return starts;
}
