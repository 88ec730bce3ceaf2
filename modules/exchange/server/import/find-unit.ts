import { suggestUnit, unitWords, type UnitIndex } from '#modules/cadres';
import type { MatchedUnit } from '#modules/organization/server';

/** The unit that a form names, or the words with which it names one that nobody knows. */
export interface FoundUnit {
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly words: string;
}

export type UnitFinder = (currentPost: string) => FoundUnit;

/** Finds units by 现任职务: as its words say, else as an operator once said of them. */
export function unitFinder(index: UnitIndex, match: (asked: { name: string }) => MatchedUnit): UnitFinder {
  return (currentPost) => {
    const suggested = suggestUnit(currentPost, index);
    if (suggested) return { unit: suggested, words: '' };
    const words = unitWords(currentPost, index);
    if (words === '') return { unit: null, words };
    const found = match({ name: words });
    if (!('unit' in found)) return { unit: null, words };
    // 未归属 is the answer where the operator said that the unit is none of ours.
    return { unit: found.unit && index.legalUnit(found.unit.id), words: '' };
  };
}
