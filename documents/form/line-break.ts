import { textWidth, characterWidth } from './text-width.ts';

/** Signs that must not begin a line. */
const notAtStart = new Set('、，。．；：？！…—～·•‧・”’」』）］｝】〕》〉〗!),.:;?]}%％°℃々‰');
/** Signs that must not end a line. */
const notAtEnd = new Set('“‘「『（［｛【〔《〈〖([{￥');

/** A piece of text that is never divided: a character with the signs that cling to it, or a word of ASCII. */
interface Cluster {
  text: string;
  width: number;
  /** Width without the spaces at its end, which may hang over the line's end. */
  inked: number;
}

const isWord = (character: string): boolean => characterWidth(character) <= 0.5 && character !== ' ';

function clings(before: string, next: string): boolean {
  if (characterWidth(next) === 0 || next === ' ') return true;
  if (notAtStart.has(next) || notAtEnd.has(before)) return true;
  // A word may be divided behind its hyphens, as in 2000.09--2001.01.
  return isWord(before) && isWord(next) && !(before === '-' && next !== '-');
}

function cluster(text: string): Cluster {
  return { text, width: textWidth(text), inked: textWidth(text.trimEnd()) };
}

/** A text made ready for breaking; the work is shared by all the sizes that are tried. */
export type Breakable = readonly Cluster[];

export function breakable(text: string): Breakable {
  const clusters: Cluster[] = [];
  let current = '';
  let last = '';
  for (const character of text) {
    if (current && !clings(last, character)) {
      clusters.push(cluster(current));
      current = '';
    }
    current += character;
    last = character;
  }
  if (current) clusters.push(cluster(current));
  return clusters;
}

/** Divides a cluster that is wider than a whole line; only where nothing else helps. */
function divide(wide: Cluster, limit: number): Cluster[] {
  const parts: Cluster[] = [];
  let current = '';
  let width = 0;
  for (const character of wide.text) {
    const next = characterWidth(character);
    if (current && width + next > limit) {
      parts.push(cluster(current));
      current = '';
      width = 0;
    }
    current += character;
    width += next;
  }
  parts.push(cluster(current));
  return parts;
}

const tolerance = 1e-6;

/**
 * Breaks into lines of at most `limit` em. Together the lines are the text, spaces at line ends included. Null when a
 * cluster is wider than a line and `force` does not allow to divide it.
 */
export function breakLines(text: Breakable, limit: number, force: boolean): string[] | null {
  const most = limit + tolerance;
  const lines: string[] = [];
  let line = '';
  let width = 0;
  const place = (piece: Cluster): void => {
    if (line && width + piece.inked > most) {
      lines.push(line);
      line = '';
      width = 0;
    }
    line += piece.text;
    width += piece.width;
  };
  for (const piece of text) {
    if (piece.inked <= most) place(piece);
    else if (force) divide(piece, most).forEach(place);
    else return null;
  }
  lines.push(line);
  return lines;
}
