import type { RowsCondition } from '#engine';
import type { Phrase } from './phrase.ts';
import { ofAll } from './phrase.ts';
import { normalForm } from './normal-form.ts';
import { objectWords, rowWords, type RowWords } from './row-words.ts';
import type { Speaker } from './speaker.ts';
import { valueList } from './value-words.ts';
import { figure } from './writing.ts';

/** 有, 没有, 每一条都 and how many rows of a set meet a condition. */
export function rowsPhrase(condition: RowsCondition, negated: boolean, speaker: Speaker): Phrase {
  const says = rowsWords(condition, negated, speaker);
  return { subject: '', says };
}

function rowsWords(condition: RowsCondition, negated: boolean, speaker: Speaker): string {
  switch (condition.op) {
    case 'every':
      return everyWords(condition, negated, speaker);
    case 'count': {
      const { atLeast, atMost } = withoutNegation(condition, negated);
      if (atLeast === 1 && atMost === undefined) return someWords(condition, false, speaker);
      if (atMost === 0) return someWords(condition, true, speaker);
      return countWords(condition, atLeast, atMost, negated, speaker);
    }
    default:
      return someWords(condition, (condition.op === 'none') !== negated, speaker);
  }
}

function someWords({ set, where }: RowsCondition, none: boolean, speaker: Speaker): string {
  const rows = rowWords(set, where, speaker);
  if (rows.result) return `${resultsOf(rows)}中${none ? '没有' : '有'}${resultNoun(rows)}`;
  return `${rows.place}${none ? rows.hasNot : rows.has}${objectWords(rows)}`;
}

/** A count that was negated as the count that it then is: not at least three is at most two. */
function withoutNegation({ atLeast, atMost }: RowsCondition, negated: boolean) {
  if (!negated || (atLeast !== undefined && atMost !== undefined)) return { atLeast, atMost };
  if (atLeast !== undefined && atLeast > 0) return { atLeast: undefined, atMost: atLeast - 1 };
  return atMost === undefined ? { atLeast, atMost } : { atLeast: atMost + 1, atMost: undefined };
}

function countWords(
  { set, where }: RowsCondition,
  atLeast: number | undefined,
  atMost: number | undefined,
  negated: boolean,
  speaker: Speaker,
): string {
  const rows = rowWords(set, where, speaker);
  const { counter } = rows.words;
  const not = negated && atLeast !== undefined && atMost !== undefined ? '不' : '';
  if (rows.result) {
    const number = `${not}${numberWords(atLeast, atMost, counter)}`;
    return `${resultsOf(rows)}中${number}${resultVerb(rows)}`;
  }
  if (atMost === undefined) {
    const object = rows.name.length === 0 ? objectWords(rows) : `${objectWords(rows)}${rows.words.noun}`;
    return `${rows.place}${rows.has}${figure(atLeast ?? 0)}${counter}以上${object}`;
  }
  return `${rows.place}${rows.has}的${objectWords(rows)}${not}${numberWords(atLeast, atMost, counter)}`;
}

function numberWords(atLeast: number | undefined, atMost: number | undefined, counter: string): string {
  if (atMost === undefined) return `至少${figure(atLeast ?? 0)}${counter}`;
  if (atLeast === undefined) return `至多${figure(atMost)}${counter}`;
  if (atLeast === atMost) return `正好${figure(atLeast)}${counter}`;
  return `有${figure(atLeast)}至${figure(atMost)}${counter}`;
}

function everyWords({ set, where }: RowsCondition, negated: boolean, speaker: Speaker): string {
  const rows = rowWords(set, where, speaker);
  const { noun, counter } = rows.words;
  const not = negated ? '并非' : '';
  if (where === undefined) return `${not}不论有无${noun}`;
  if (isResultAlone(rows)) return `${not}历${counter}${noun}结果都${resultVerb(rows)}`;
  const phrase = speaker.phraseOf(normalForm(where));
  if (!phrase) return `${not}每${counter}${noun}都符合“${speaker.together([normalForm(where)])}”`;
  return `${not}每${counter}${noun}${phrase.subject === '' ? '' : '的'}${ofAll(phrase)}`;
}

/** Is there nothing but a result asked for? */
export function isResultAlone(rows: RowWords): boolean {
  return rows.result !== null && rows.attribute === '' && rows.time === '' && rows.place === '';
}

/** 为优秀或称职, 不是优秀 */
export function resultVerb({ result }: RowWords): string {
  if (!result) return '';
  if (!result.negated) return `为${valueList(result.words, '或')}`;
  const [first = '', second] = result.words;
  return second === undefined ? `不是${first}` : `不是${valueList(result.words, '或')}`;
}

function resultNoun(rows: RowWords): string {
  return rows.result?.negated ? `${resultVerb(rows)}的` : valueList(rows.result?.words ?? [], '或');
}

function resultsOf({ time, attribute, words }: RowWords): string {
  return `${time}${attribute}${words.noun}`;
}
