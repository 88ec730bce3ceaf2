import type { Fact, FactReader, PersonReader } from '#engine';
import { postSpan } from './spans.ts';

const last = 999_999;
/** Farther than any 多职务排序, also a negative one. */
const behind = 10_000_000_000;

/**
 * The main one (主职务) of the posts held on the reference date, as its place among the stored rows of the person: the
 * primary one, else the first in 多职务排序, else the one appointed last. Several facts stand on it, so it is worked out once.
 */
export const mainPostPlace: Fact = {
  of: 'person',
  name: 'mainPostPlace',
  label: '主职务所在记录',
  kind: 'number',
  hidden: true,
  stepwise: true,
  bind(reader) {
    const posts = reader.rows('A02');
    const first = reader.firstRow('A02');
    const eachHeld = reader.eachHeld('A02', postSpan);
    const isPrimary = posts.isAmong('A02.isPrimary', ['1']);
    const order = posts.numbers('A02.personalOrder');
    const since = posts.dates('A02.appointedOn');
    let best = -1;
    let bestPlace = 0;
    const visit = (row: number): void => {
      const place = Math.min(order(row) ?? last, last) + (isPrimary(row) ? 0 : behind);
      const isBetter = place === bestPlace ? (since(row) ?? 0) > (since(best) ?? 0) : place < bestPlace;
      if (best >= 0 && !isBetter) return;
      best = row;
      bestPlace = place;
    };
    return (person) => {
      best = -1;
      eachHeld(person, visit);
      return best < 0 ? null : best - first(person);
    };
  },
};

/** The row of the main post, -1 when none is held. */
export function mainPosts(reader: PersonReader): (person: number) => number {
  const place = reader.fact('mainPostPlace');
  const first = reader.firstRow('A02');
  return (person) => {
    const at = place(person);
    return typeof at === 'number' ? first(person) + at : -1;
  };
}

/**
 * The rows of the posts held that print, in 多职务排序. 输出标识 speaks of today: it leaves out present posts only. The list
 * is used again for the next person.
 */
export function printedPosts(reader: PersonReader): (person: number) => readonly number[] {
  const posts = reader.rows('A02');
  const eachHeld = reader.eachHeld('A02', postSpan);
  const isPresent = posts.isAmong('A02.tenureStatusCode', ['1']);
  const isUnprinted = posts.isAmong('A02.isPrinted', ['0']);
  const order = posts.numbers('A02.personalOrder');
  const rows: number[] = [];
  const visit = (row: number): void => {
    if (!(isPresent(row) && isUnprinted(row))) rows.push(row);
  };
  return (person) => {
    rows.length = 0;
    eachHeld(person, visit);
    return rows.sort((a, b) => (order(a) ?? last) - (order(b) ?? last));
  };
}

/**
 * Puts posts into one sentence as the form prints it: titles of one body are joined by a pause mark, those of different
 * bodies by a comma.
 */
export function postSentence(posts: FactReader): (rows: readonly number[]) => string | null {
  const body = posts.strings('A02.orgName');
  const title = posts.strings('A02.postTitle');
  return (rows) => {
    let text = '';
    let before: string | null = null;
    for (const row of rows) {
      const own = body(row) ?? '';
      const words = title(row) ?? '';
      if (text === '') text = own + words;
      else text += own === before ? `、${words}` : `，${own}${words}`;
      before = own;
    }
    return text === '' ? null : text;
  };
}
