import { dateKey, type DateKey } from '#engine';
import { errors, textOf, valueOf, type Actor, type RecordRow } from '#platform/model';
import { applyChange, readMany, type SetEdit, type Store, type SubjectEdit } from '#platform/server';
import { requireUnitInReach } from '#modules/organization/server';
import { isHeld, isSlotThere } from '#modules/quotas';
import type { QuotaSight } from './quota-office.ts';
import { holdersInUnits } from './team-posts.ts';

/** Writes 集体内排序 of the members of a team in the given order, as one change. */
export async function orderTeamOf(
  store: Store,
  actor: Actor,
  sight: QuotaSight,
  { unit, people }: { readonly unit: string; readonly people: readonly string[] },
): Promise<number> {
  const places = new Map([...new Set(people)].map((id, index) => [id, index + 1]));
  return changePosts(store, actor, sight, unit, `调整班子成员次序`, [...places.keys()], (row, person) => ({
    ...row,
    teamOrder: places.get(person) ?? null,
  }));
}

/** Lets the posts of a person in a unit fill a slot that is there today, or none. */
export async function assignSlotOf(
  store: Store,
  actor: Actor,
  sight: QuotaSight,
  asked: { readonly unit: string; readonly person: string; readonly slot: string | null },
): Promise<number> {
  const { unit, person, slot } = asked;
  const own = sight.book.units[sight.book.placeOf(unit) ?? -1]?.slots.find(
    (each) => each.id === slot && isSlotThere(each, sight.day),
  );
  if (slot !== null && !own) throw errors.notFound('这个职位');
  const words = own ? `将任职对应到职位“${own.title}”` : '取消任职与职位的对应';
  return changePosts(store, actor, sight, unit, words, [person], (row) => {
    const { slotId: _old, ...rest } = row;
    return slot === null ? { ...rest, id: row.id } : { ...row, slotId: slot };
  });
}

/** Changes the posts that people hold in the unit today; only of people within the actor's reach. */
async function changePosts(
  store: Store,
  actor: Actor,
  sight: QuotaSight,
  unit: string,
  words: string,
  people: readonly string[],
  change: (row: RecordRow, person: string) => RecordRow,
): Promise<number> {
  const { unit: node } = await requireUnitInReach(store, actor, unit);
  const holders = holdersInUnits(sight, [unit]).get(unit) ?? [];
  const { dataset } = sight.engine;
  const reachable = new Set(
    holders.filter(({ person }) => sight.seesPerson(person)).map(({ person }) => dataset.idOf(person)),
  );
  if (people.some((id) => !reachable.has(id))) throw errors.notFound('选定的班子成员');
  const stored = await readMany(store.db, people, ['A02']);
  const edits = people.flatMap((person): SubjectEdit[] => {
    const set = stored.get(person)?.['A02'];
    if (!set) return [];
    const rows = set.rows.map((row) => (isHeldIn(row, unit, sight.day) ? change(row, person) : row));
    const edit: SetEdit = { expectedVersion: set.version, rows };
    return [{ subject: person, kind: 'person', event: 'update', sets: { A02: edit } }];
  });
  await applyChange(store, { actor, origin: 'web', summary: `${words}：${node.name}` }, edits);
  return edits.length;
}

/** A post in the unit that is held on the day; whether it is one of the team is told by its role or slot. */
function isHeldIn(row: RecordRow, unit: string, day: DateKey): boolean {
  const lasting = {
    from: dateKey(textOf(row, 'appointedOn')),
    to: dateKey(textOf(row, 'removedOn')),
    hasEnded: textOf(row, 'tenureStatusCode') === '0',
  };
  const isOfTeam = textOf(row, 'teamMemberTypeCode') !== '' || valueOf(row, 'slotId') !== null;
  return textOf(row, 'orgCode') === unit && isHeld(lasting, day) && isOfTeam;
}
