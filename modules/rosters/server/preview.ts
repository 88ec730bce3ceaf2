import type { Actor, OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import {
  fieldsOfContent,
  groupsByFirst,
  rowsOfPerson,
  type previewRoster,
  type Roster,
  type RosterRow,
} from '#modules/rosters';
import type { QueryTables } from '#modules/query/server';
import { planRoster } from './plan-roster.ts';
import { readPeople } from './read-people.ts';

interface Wanted {
  readonly roster: Roster;
  readonly asOf?: string | undefined;
  readonly from: number;
  readonly size: number;
}

/** The roster as it would be printed, a piece of its people. */
export async function previewFor(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  { roster, asOf, from, size }: Wanted,
): Promise<OperationOutput<typeof previewRoster>> {
  const plan = await planRoster(store, tables, actor, roster, asOf);
  const { catalogue, columns, groups } = plan;
  const fields = columns.flatMap(({ content }) => fieldsOfContent(content, catalogue));
  const firsts = groupsByFirst(groups);
  const rows: RosterRow[] = [];
  let number = from;
  const ids = plan.ids.slice(from, from + size);
  for await (const person of readPeople(store, tables, actor, ids, fields, plan.asOf)) {
    number += 1;
    rows.push(...rowsOfPerson(person, number, columns, firsts, catalogue));
  }
  return {
    asOf: plan.asOf,
    count: plan.ids.length,
    sentence: plan.sentence,
    columns: [...columns],
    hidden: [...plan.hidden],
    groups: [...groups],
    rows: rows.map((row) => (row.kind === 'group' ? row : { ...row, cells: [...row.cells] })),
  };
}
