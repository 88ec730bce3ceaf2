import { dateKey, foldText, type Condition, type Found } from '#engine';
import type { OperationOutput } from '#platform/model';
import type { searchEverything } from '#modules/query';
import type { Questioner } from './asking.ts';
import { containing } from './search-text.ts';

type FoundPost = OperationOutput<typeof searchEverything>['posts'][number];

const field = 'A02.postTitle';
const held: Condition = { op: 'in', field: 'A02.isHeld', values: ['1'] };

/**
 * Titles with the text in them that somebody 在册 holds: titles of posts, and for people whose posts have not been
 * entered yet 现任职务 as it is registered. The title that is the text itself first, then the most frequent.
 */
export function searchPosts(asker: Questioner, text: string, limit: number): FoundPost[] {
  const titles = [...heldTitles(asker, text, limit), ...registeredPosts(asker, text, limit)];
  const term = foldText(text);
  return titles
    .map(({ title, where }) => ({ title, where, count: asker.ask({ where }, ({ count }) => count) }))
    .filter(({ count }) => count > 0)
    .toSorted(
      (a, b) => Number(foldText(b.title) === term) - Number(foldText(a.title) === term) || b.count - a.count,
    )
    .slice(0, limit);
}

/** The most frequent titles of held posts. */
function heldTitles(asker: Questioner, text: string, limit: number): Omit<FoundPost, 'count'>[] {
  const having: Condition = { op: 'some', set: 'A02', where: all(held, containing(field, text)) };
  const titles = asker.ask({ where: having }, (found) => countTitles(asker, found, text));
  return [...titles]
    .toSorted(([a, many], [b, more]) => Number(b === text) - Number(a === text) || more - many)
    .slice(0, limit)
    .map(([title]) => {
      const where: Condition = all({ op: 'in', field, values: [title] }, held);
      return { title, where: { op: 'some', set: 'A02', where } };
    });
}

/** How many of the people found hold a post of each title that has the text in it. */
function countTitles(asker: Questioner, found: Found, text: string): Map<string, number> {
  const { dataset } = asker.engine;
  const day = dateKey(asker.asOf) ?? 0;
  const titles = asker.engine.resolve(field, day);
  const isHeld = asker.engine.resolve('A02.isHeld', day);
  const table = dataset.child('A02');
  if (titles?.kind !== 'text' || isHeld?.kind !== 'code' || !table) return new Map();
  const { keys, pool } = titles;
  const yes = isHeld.dictionary.keyOf('1');
  const start = dataset.arena.u32(table.start, dataset.root.rows);
  const length = dataset.arena.u16(table.length, dataset.root.rows);
  const counts = new Uint32Array(pool.size);
  const lastPerson = new Int32Array(pool.size).fill(-1);
  for (const person of found.rows([], 0, found.count)) {
    const first = start[person] ?? 0;
    for (let row = first; row < first + (length[person] ?? 0); row += 1) {
      const key = keys.at(row);
      if (key === 0 || isHeld.keys.at(row) !== yes || lastPerson[key] === person) continue;
      lastPerson[key] = person;
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  const term = foldText(text);
  const counted = new Map<string, number>();
  for (const [key, count] of counts.entries()) {
    if (count === 0) continue;
    const title = pool.textOf(key);
    if (foldText(title).includes(term)) counted.set(title, count);
  }
  return counted;
}

/** 现任职务 as it stands in A01, of people without any row of A02. */
function registeredPosts(asker: Questioner, text: string, limit: number): Omit<FoundPost, 'count'>[] {
  const toEnter: Condition = { op: 'in', field: 'postsToEnter', values: ['1'] };
  const having = all(toEnter, containing('mainPost', text));
  return asker
    .ask({ where: having }, (found) => found.distinct('mainPost', limit))
    .map(({ label }) => ({
      title: label,
      where: all(toEnter, { op: 'in', field: 'mainPost', values: [label] }),
    }));
}

function all(...of: Condition[]): Condition {
  return { op: 'all', of };
}
