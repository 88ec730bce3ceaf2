import { dateDigits, printDateText, readDateText, toHalfWidth } from './date-text.ts';

/** 入党时间 understood: the cell holds the date of joining the CPC and the names of other parties. */
export interface PartyJoin {
  /** As the editor stores it: `200203；民盟`. The text itself when it was not understood. */
  editor: string;
  /** As the form prints it: `民盟（2002.03）`. */
  printed: string;
  /** The date of joining the CPC, YYYYMM or YYYYMMDD (YYYY where only the year is written). */
  joined: string | null;
  /** The other parties by their short names, in the order written. */
  parties: string[];
  /** 无党派 */
  nonParty: boolean;
  understood: boolean;
  /** A date stands right behind another party's name (民建2001.08): it may be meant as the date of joining that one. */
  ambiguous: boolean;
}

const parties: readonly [name: string, spellings: RegExp][] = [
  ['民革', /^(?:民革|中国国民党革命委员会)(?:党员)?$/],
  ['民盟', /^(?:民盟|中国民主同盟)(?:盟员)?$/],
  ['民建', /^(?:民建|中国民主建国会)(?:会员)?$/],
  ['民进', /^(?:民进|中国民主促进会)(?:会员)?$/],
  ['农工党', /^(?:农工党?|中国农工民主党)(?:党员)?$/],
  ['致公党', /^(?:致公党?|中国致公党)(?:党员)?$/],
  ['九三学社', /^(?:九三|九三学社)(?:社员)?$/],
  ['台盟', /^(?:台盟|台湾民主自治同盟)(?:盟员)?$/],
];
const CPC = /^(?:中共|中共党员|中国共产党|中国共产党党员|党员)$/;
const NON_PARTY = /^无党派(?:人士|民主人士)?$/;
/** Words that other systems write where the editor leaves the cell empty; they print as they are. */
const WORDS = new Set(['群众', '团员', '共青团员', '无']);

function partyNamed(word: string): string | null {
  return parties.find(([, spellings]) => spellings.test(word))?.[0] ?? null;
}

function plainWord(text: string): PartyJoin {
  const base = { editor: text, printed: text, joined: null, parties: [], ambiguous: false };
  if (NON_PARTY.test(text)) {
    return { ...base, editor: '无党派', printed: '无党派', nonParty: true, understood: true };
  }
  return { ...base, nonParty: false, understood: text === '' || WORDS.has(text) };
}

interface Found {
  dates: string[];
  names: string[];
  ambiguous: boolean;
}

function dateIn(word: string): string | null {
  const date = readDateText(word.replace(/(?:入党|加入)$/, ''));
  return date && date.season === undefined ? dateDigits(date) : null;
}

/** Adds what one word says; false when it is neither a date, nor a party, nor a party with a date behind it. */
function take(word: string, found: Found): boolean {
  const date = dateIn(word);
  if (date) {
    found.dates.push(date);
    return true;
  }
  if (CPC.test(word)) return true;
  const name = partyNamed(word);
  if (name) {
    if (!found.names.includes(name)) found.names.push(name);
    return true;
  }
  const behind = /^(\D+)(\d.*)$/.exec(word);
  if (!behind || !dateIn(behind[2] ?? '')) return false;
  if (!CPC.test(behind[1] ?? '')) found.ambiguous = true;
  return take(behind[1] ?? '', found) && take(behind[2] ?? '', found);
}

function printed(joined: string | null, names: string[]): string {
  const date = joined === null ? '' : printDateText(joined);
  if (names.length === 0) return date;
  return date ? `${names.join('、')}（${date}）` : `（${names.join('、')}）`;
}

/** Reads every spelling of 入党时间: the editor's, the printed one with any brackets, and those of other systems. */
export function readPartyJoin(text: string): PartyJoin {
  const cell = text.trim();
  if (cell.length > 80) return plainWord(cell);
  const words = toHalfWidth(cell)
    .split(/(?:[()[\]【】〔〕;,、和及\s]|\/(?!\d))+/)
    .filter((word) => word !== '');
  const only = words.length === 1 ? (words[0] ?? '') : '';
  if (words.length === 0 || NON_PARTY.test(only) || WORDS.has(only)) return plainWord(only || cell);
  const found: Found = { dates: [], names: [], ambiguous: false };
  const understood = words.every((word) => take(word, found)) && found.dates.length <= 1;
  const joined = found.dates[0] ?? null;
  if (!understood || (joined === null && found.names.length === 0)) return plainWord(cell);
  return {
    editor: [...(joined === null ? [] : [joined]), ...found.names].join('；'),
    printed: printed(joined, found.names),
    joined,
    parties: found.names,
    nonParty: false,
    understood: true,
    ambiguous: found.ambiguous,
  };
}

/** The printed form of a stored 入党时间; a text that is not understood prints as it is. */
export function printPartyJoin(editor: string): string {
  return readPartyJoin(editor).printed;
}
