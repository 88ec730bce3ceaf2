import type { SequenceCondition } from '#engine';
import { normalForm } from './normal-form.ts';
import { ofAll, textOf, type Phrase } from './phrase.ts';
import { rowWords } from './row-words.ts';
import { isResultAlone, resultVerb } from './rows-phrase.ts';
import type { Speaker } from './speaker.ts';
import { figure } from './writing.ts';

/** Of the newest or oldest rows: 最近 3 次年度考核结果都为优秀, 最近 5 次年度考核中至少 2 次为优秀. */
export function sequencePhrase(condition: SequenceCondition, negated: boolean, speaker: Speaker): Phrase {
  const { n, atLeast = n } = condition;
  const says =
    atLeast >= n ? wholeWords(condition, negated, speaker) : partWords(condition, atLeast, negated, speaker);
  return { subject: '', says };
}

/** All of them. */
function wholeWords({ op, set, n, where }: SequenceCondition, negated: boolean, speaker: Speaker): string {
  const rows = rowWords(set, where, speaker);
  const { noun, counter } = rows.words;
  const which = `${op === 'last' ? '最近' : '最早'}${n === 1 ? '一' : figure(n)}${counter}${noun}`;
  const phrase: Phrase | null = isResultAlone(rows)
    ? { subject: '结果', says: resultVerb(rows) }
    : speaker.phraseOf(normalForm(where));
  const subject = phrase && phrase.subject !== '' && !isResultAlone(rows) ? '的' : '';
  if (!phrase) {
    const both = n === 1 ? '' : '都';
    return `${which}${negated ? '不' : ''}${both}符合“${speaker.together([normalForm(where)])}”`;
  }
  if (n > 1) return `${which}${subject}${negated ? notAll(phrase) : ofAll(phrase)}`;
  const said = negated ? oppositeOf(where, phrase, isResultAlone(rows), speaker) : phrase;
  return `${which}${subject}${said.isTime && !said.says.startsWith('不') ? '是' : ''}${textOf(said)}`;
}

function notAll(phrase: Phrase): string {
  const all = ofAll(phrase);
  return `${phrase.subject}不${all.slice(phrase.subject.length)}`;
}

function oppositeOf(
  where: SequenceCondition['where'],
  phrase: Phrase,
  isResult: boolean,
  speaker: Speaker,
): Phrase {
  const opposite = speaker.phraseOf(normalForm(where, true)) ?? phrase;
  return isResult ? { subject: '结果', says: opposite.says } : opposite;
}

/** Some of them. */
function partWords(
  { op, set, n, where }: SequenceCondition,
  atLeast: number,
  negated: boolean,
  speaker: Speaker,
): string {
  const rows = rowWords(set, where, speaker);
  const { noun, counter } = rows.words;
  const among = `${op === 'last' ? '最近' : '最早'}${figure(n)}${counter}${noun}中`;
  const number = `${negated ? '不到' : '至少'}${figure(atLeast)}${counter}`;
  if (isResultAlone(rows)) return `${among}${number}${resultVerb(rows)}`;
  const phrase = speaker.phraseOf(normalForm(where));
  if (!phrase) return `${among}${number}符合“${speaker.together([normalForm(where)])}”`;
  const link = phrase.subject === '' ? (phrase.isTime ? '是' : '') : '的';
  return `${among}${number}${link}${textOf(phrase)}`;
}
