import { foldText, type Condition, type Found, type SortKey } from '#engine';
import type { OperationOutput } from '#platform/model';
import type { searchEverything } from '#modules/query';
import type { Questioner } from './asking.ts';
import { statutoryOrder } from './orders.ts';
import { containing } from './search-text.ts';

type FoundPerson = OperationOutput<typeof searchEverything>['people'][number];

/** A way in which people can be meant by what was typed. */
interface Way {
  readonly why: FoundPerson['why'];
  readonly where: Condition;
  readonly order: readonly SortKey[];
}

/** What was typed, and whom it may mean. */
export interface PeopleSearch {
  readonly text: string;
  readonly limit: number;
  /** Who may not see ID numbers must not find out by trying either. */
  readonly byIdNumber: boolean;
  /** The units that the text names. */
  readonly units: readonly string[];
}

const shown = ['A01.name', 'mainUnit', 'A01.statisticalOrgCode', 'mainPost'];

/**
 * People by the whole name, the beginning of it, a part of it, its initials, the beginning of an ID number, a post or
 * a unit, in this order; of each those who are 在册 before former people. A search is for anybody there is. Names are in
 * order of names; the people of a unit or post are in the order of the offices, those who lead first.
 */
export function searchPeople(asker: Questioner, search: PeopleSearch): FoundPerson[] {
  const people = new Map<number, FoundPerson>();
  for (const { why, where, order } of waysOf(search)) {
    for (const population of ['current', 'all'] as const) {
      if (people.size >= search.limit) break;
      asker.ask({ where, population }, (found) => {
        // So many that there are enough beside those who are there already.
        for (const row of found.rows(order, 0, search.limit + people.size))
          if (!people.has(row)) people.set(row, personOf(asker, found, row, why));
      });
    }
  }
  return [...people.values()].slice(0, search.limit);
}

function waysOf({ text, byIdNumber, units }: PeopleSearch): Way[] {
  const name = text.replaceAll(/\s/g, '');
  // What is typed in 全角 is meant as 半角.
  const typed = foldText(name);
  const field = 'A01.name';
  const order = [{ field }];
  const ways: Way[] = [
    { why: 'name', where: { op: 'in', field, values: [name] }, order },
    { why: 'name', where: containing(field, name, 'starts'), order },
    { why: 'name', where: containing(field, name), order },
  ];
  if (/^[a-z]+$/.test(typed))
    ways.push({ why: 'initials', where: { op: 'initials', field, text: typed }, order });
  if (byIdNumber && /^\d{4,18}x?$/.test(typed))
    ways.push({
      why: 'id-number',
      where: { op: 'starts', field: 'A01.nationalId', text: typed.toUpperCase() },
      order,
    });
  if (text.length >= 2) ways.push({ why: 'post', where: containing('posts', text), order: statutoryOrder });
  if (units.length > 0)
    ways.push({
      why: 'unit',
      where: { op: 'in', field: 'mainUnit', values: [...units], exact: true },
      order: statutoryOrder,
    });
  return ways;
}

function personOf(asker: Questioner, found: Found, row: number, why: FoundPerson['why']): FoundPerson {
  const [name, mainUnit, ownUnit, post] = found.values(row, shown);
  return {
    id: asker.engine.dataset.idOf(row),
    name: String(name ?? ''),
    unit: asker.units.nameOf(String(mainUnit ?? ownUnit ?? '')),
    post: String(post ?? ''),
    why,
  };
}
