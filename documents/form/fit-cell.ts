import type { FitRequest, FittedText } from './fit-text.ts';
import { fitText } from './fit-text.ts';
import type { FitRule } from './geometry.ts';
import { textWidth } from './text-width.ts';

/** What the line height adds to the size of a value, in points. */
export const valueLeading = 2;
/** The same where a value does not fit otherwise. */
const closeLeading = 1;
export const smallestSize = 5.5;

/** Short cells: up to so many characters stand in so many lines of so many characters. */
const shortTiers: readonly { characters: number; perLine: number; mostLines: number }[] = [
  { characters: 4, perLine: 4, mostLines: 1 },
  { characters: 8, perLine: 4, mostLines: 2 },
  { characters: 10, perLine: 5, mostLines: 2 },
  { characters: 15, perLine: 5, mostLines: 3 },
  { characters: 18, perLine: 6, mostLines: 3 },
];

function fitShort(text: string, request: FitRequest): FittedText {
  const width = textWidth(text);
  const tier = shortTiers.find((each) => width <= each.characters);
  if (tier) {
    const fitted = fitText(text, { ...request, perLine: tier.perLine, mostLines: tier.mostLines });
    if (fitted.lost === '') return fitted;
  }
  return fitText(text, request);
}

/**
 * （2002.03） fills its cell: a word processor that has no 宋体 draws the digits a quarter wider and would break the line
 * once more, so only this much of the width is used.
 */
const shareForDates = 0.87;

/** Room inside a cell and the size to start from, in points. */
export interface CellRoom {
  width: number;
  height: number;
  start: number;
}

function fitByRule(text: string, fit: FitRule, request: FitRequest): FittedText {
  if (fit === 'partyJoin' && /\d/.test(text)) {
    return fitText(text, { ...request, width: request.width * shareForDates });
  }
  return fit === 'short' || fit === 'partyJoin' ? fitShort(text, request) : fitText(text, request);
}

/**
 * Fits the value of any cell but the posts and the résumé, which have rules of their own. Before anything is lost the
 * lines move closer together: the longest values that the editor accepts need it.
 */
export function fitCell(text: string, fit: FitRule, room: CellRoom): FittedText {
  const request: FitRequest = { ...room, smallest: smallestSize, leading: valueLeading };
  const fitted = fitByRule(text, fit, request);
  return fitted.lost === '' ? fitted : fitText(text, { ...request, leading: closeLeading });
}

/** Centred values that stay centred on several lines; every other one then moves to the left. */
const staysCentred: ReadonlySet<FitRule> = new Set<FitRule>(['birth', 'partyJoin', 'age']);

export function becomesLeftAligned(fit: FitRule, fitted: FittedText): boolean {
  return fitted.lines.length > 1 && !staysCentred.has(fit);
}
