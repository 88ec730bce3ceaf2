import type { FittedText } from './fit-text.ts';
import { fitText } from './fit-text.ts';
import { smallestSize, valueLeading } from './fit-cell.ts';

/** 现任, 拟任 and 拟免职务: characters in a line, and the size down to which a text shrinks before its row grows again. */
const charactersPerLine = 26;
const smallestBeforeGrowing = 9;
/** The résumé always keeps this share of its height. */
const resumeKeeps = 0.5;

/** Heights in points. */
export interface PostRequest {
  texts: readonly string[];
  width: number;
  rows: readonly number[];
  resumeRow: number;
  base: number;
}

export interface FittedPosts {
  fitted: FittedText[];
  rows: number[];
  resumeRow: number;
}

interface FittedRow {
  fitted: FittedText;
  height: number;
}

function fitRow(text: string, width: number, height: number, spare: number, base: number): FittedRow {
  const room = { width, height, start: base, smallest: smallestSize, leading: valueLeading };
  const wholeLine = Math.min(base, Math.floor((2 * width) / charactersPerLine) / 2);
  const inTwo = fitText(text, { ...room, smallest: wholeLine, mostLines: 2 });
  if (inTwo.lost === '') return { fitted: inTwo, height };
  const withThird = height + Math.min(spare, base + valueLeading);
  const inThree = fitText(text, { ...room, height: withThird, smallest: smallestBeforeGrowing });
  if (inThree.lost === '') return { fitted: inThree, height: withThird };
  const small = { ...room, start: smallestBeforeGrowing, height: height + spare };
  const grown = fitText(text, small);
  const needed = grown.lines.length * grown.lineHeight;
  return { fitted: grown, height: Math.max(withThird, Math.min(needed, height + spare)) };
}

/**
 * The three rows in turn: two lines of 26 characters, then a third line in a higher row, then smaller type down to 9 pt,
 * then a row as high as the text needs. What the rows gain the résumé loses, so that the page keeps its height.
 */
export function fitPosts(request: PostRequest): FittedPosts {
  let spare = request.resumeRow * (1 - resumeKeeps);
  const fitted: FittedText[] = [];
  const rows: number[] = [];
  request.texts.forEach((text, index) => {
    const template = request.rows[index] ?? 0;
    const row = fitRow(text, request.width, template, spare, request.base);
    spare -= row.height - template;
    fitted.push(row.fitted);
    rows.push(row.height);
  });
  const grown = rows.reduce((sum, height, index) => sum + height - (request.rows[index] ?? 0), 0);
  return { fitted, rows, resumeRow: request.resumeRow - grown };
}
