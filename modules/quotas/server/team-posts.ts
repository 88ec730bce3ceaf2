import type { Dataset, DateKey } from '#engine';
import { isHeld, mainPost, type Career, type CareerPost } from '#modules/quotas';
import { careerReader } from './career-reader.ts';
import { textView } from './column-views.ts';
import type { QuotaSight } from './quota-office.ts';

/**
 * People who have or had a post in one of the units, by root row; with `ofTeams` only those with a post that has a role or a
 * slot.
 */
export function peopleOfUnits(dataset: Dataset, ids: Iterable<string>, ofTeams = false): number[] {
  const { root, arena, units } = dataset;
  const posts = dataset.child('A02');
  const wanted = new Uint8Array(units.size);
  for (const id of ids) wanted[units.keyOf(id) ?? 0] = 1;
  wanted[0] = 0;
  if (!posts) return [];
  const key = textView(dataset, 'A02.orgCode').key;
  const role = textView(dataset, 'A02.teamMemberTypeCode').key;
  const slot = textView(dataset, 'A02.slotId').key;
  const start = arena.u32(posts.start, root.rows);
  const length = arena.u16(posts.length, root.rows);
  const found: number[] = [];
  for (let person = 0; person < root.rows; person++) {
    const first = start[person] ?? 0;
    const end = first + (length[person] ?? 0);
    for (let row = first; row < end; row++) {
      if (wanted[key(row)] !== 1 || (ofTeams && role(row) === 0 && slot(row) === 0)) continue;
      found.push(person);
      break;
    }
  }
  return found;
}

/** A person with the posts held in a unit on the day. */
export interface HolderInUnit {
  readonly person: number;
  readonly career: Career;
  readonly held: readonly CareerPost[];
}

/** Who holds a post of the team in one of the units on the day, with all posts there; in one pass through the posts. */
export function holdersInUnits(
  { engine, careers, day }: QuotaSight,
  ids: readonly string[],
): ReadonlyMap<string, readonly HolderInUnit[]> {
  const { dataset } = engine;
  const { read } = careerReader(dataset, careers);
  const holders = new Map<string, HolderInUnit[]>(ids.map((id) => [id, []]));
  for (const person of peopleOfUnits(dataset, ids, true)) {
    const career = read(person, true);
    if (day >= career.leftOn) continue;
    const all = career.posts.filter((post) => isHeld(post, day));
    for (const [unit, held] of Map.groupBy(all, (post) => post.unit ?? ''))
      holders.get(unit)?.push({ person, career, held });
  }
  return holders;
}

/** The main post of a day with the other titles in the same body, as one text. */
export function postText(career: Career, day: DateKey): string {
  const held = career.posts.filter((post) => isHeld(post, day));
  const main = mainPost(held) ?? held[0];
  return main ? main.orgName + titlesOf(held.filter(({ orgName }) => orgName === main.orgName)) : '';
}

/** Several titles of one body as they are written one behind the other. */
export function titlesOf(posts: readonly CareerPost[]): string {
  const inOrder = posts.toSorted((a, b) => (a.order ?? 9_999) - (b.order ?? 9_999));
  return [...new Set(inOrder.map(({ title }) => title))].filter((title) => title !== '').join('、');
}
