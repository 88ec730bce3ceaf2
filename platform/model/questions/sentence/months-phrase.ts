import type { MonthsCondition, RowSpan } from '#engine';
import type { Phrase } from './phrase.ts';
import { objectWords, rowWords, type RowWords } from './row-words.ts';
import type { Speaker } from './speaker.ts';
import { figure, listed } from './writing.ts';

/** Sums of time: 任三级主任科员和乡科级副职累计满 24 个月. */
export function monthsPhrase(condition: MonthsCondition, negated: boolean, speaker: Speaker): Phrase {
  const { spans, atLeast, atMost } = condition;
  return { subject: '', says: `${spansWords(spans, speaker)}累计${sumWords(atLeast, atMost, negated)}` };
}

/** 任三级主任科员和乡科级副职职务; 在区教育局（含下级）任职 */
function spansWords(spans: readonly RowSpan[], speaker: Speaker): string {
  const rows = spans.map(({ set, where }) => rowWords(set, where, speaker));
  const during = rows[0]?.words.during;
  const isPlain = rows.every((row) => row.words.during === during && row.place === '');
  if (isPlain)
    return `${during ?? ''}${listed(
      rows.map((row) => objectWords(row, '和')),
      '和',
    )}`;
  return listed(rows.map(spanWords), '和');
}

function spanWords(row: RowWords): string {
  const { during = '', active, noun } = row.words;
  const object = objectWords(row, '和');
  return `${row.place}${object === noun && active !== undefined ? active : `${during}${object}`}`;
}

function sumWords(atLeast: number | undefined, atMost: number | undefined, negated: boolean): string {
  const months = (value: number) => `${figure(value)}个月`;
  if (atLeast === undefined) return `${negated ? '超过' : '不超过'}${months(atMost ?? 0)}`;
  if (atMost === undefined) return `${negated ? '不满' : '满'}${months(atLeast)}`;
  return negated
    ? `不满${months(atLeast)}或超过${months(atMost)}`
    : `满${months(atLeast)}、不超过${months(atMost)}`;
}
