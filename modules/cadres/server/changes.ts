import { sql } from 'kysely';
import { can, CadreError, errors, type Actor } from '#platform/model';
import {
  readChange,
  readChanges,
  undoChange,
  type ChangeHead,
  type Store,
  type Task,
  type TaskActor,
  type TaskRunner,
} from '#platform/server';
import { unitsInScope } from './scope.ts';
import { withPeople } from './tables.ts';
import { requireCreatedUnitsEmpty } from './undo-created-units.ts';

const shown = 100;
/** Of how many changes the list is chosen for somebody who sees only some units. */
const looked = 1000;

/** The newest changes. Who may not see people reads that something was changed, but not of whom. */
export async function changesFor(store: Store, actor: Actor): Promise<ChangeHead[]> {
  const units = await unitsInScope(store, actor.scope);
  const heads = await readChanges(store.db, units === null ? shown : looked);
  const within = units === null ? null : await subjectsWithin(store, units, heads);
  const mine =
    within === null
      ? heads
      : heads
          .filter(({ id }) => within.has(id))
          .slice(0, shown)
          .map((head) => ((within.get(head.id) ?? 0) < head.subjects ? withoutWords(head) : head));
  if (can(actor, 'cadre:read')) return mine;
  return mine.map((head) => ({ ...head, summary: '（变更内容不在您的权限范围内）', reason: '' }));
}

/** The words of a change name people; of one that also touched people out of reach they are not told. */
function withoutWords(head: ChangeHead): ChangeHead {
  return { ...head, summary: `（${head.subjects} 个对象的变更，部分不在您的管理范围内）`, reason: '' };
}

/**
 * How many subjects of each change stand in one of the units, or are one of them; changes without any are left out. Who was
 * removed stands where the records that are kept say.
 */
async function subjectsWithin(
  store: Store,
  units: readonly string[],
  heads: readonly ChangeHead[],
): Promise<Map<string, number>> {
  const rows = await withPeople(store.db)
    .selectFrom('change_items')
    .select(['change_id', (eb) => eb.fn.countAll<number>().as('subjects')])
    .where('change_id', 'in', [...heads.map(({ id }) => id), ''])
    .where((eb) =>
      eb.or([
        eb('subject', 'in', [...units, '']),
        eb(
          'subject',
          'in',
          eb
            .selectFrom('person_index')
            .select('id')
            .where('unit', 'in', [...units, '']),
        ),
        eb.exists(
          eb
            .selectFrom('subjects as gone')
            .innerJoin('current_records as kept', 'kept.subject', 'gone.id')
            .select('gone.id')
            .whereRef('gone.id', '=', 'change_items.subject')
            .where('gone.removed', '=', 1)
            .where('kept.set_code', '=', 'A01')
            .where(sql<string>`json_extract(kept.rows, '$[0].statisticalOrgCode')`, 'in', [...units, '']),
        ),
      ]),
    )
    .groupBy('change_id')
    .execute();
  return new Map(rows.map(({ change_id: id, subjects }) => [id, subjects]));
}

export interface UndoInput {
  readonly actor: TaskActor;
  readonly change: string;
  readonly reason: string;
}

/** Takes back a change of any size. */
export const undoTask: Task<UndoInput, string> = async (store, { actor, change, reason }) =>
  (await undoChange(store, { actor, reason }, change)).id;

/** Larger ones are taken back in a process of their own: requests do not wait for them. */
const smallChange = 20;

/** Takes a change back, if everybody whom it touched is within the actor's reach; answers the new change. */
export async function undoFor(
  store: Store,
  runTask: TaskRunner,
  actor: Actor,
  id: string,
  reason: string,
): Promise<string> {
  const head = await readChange(store.db, id);
  const units = await unitsInScope(store, actor.scope);
  if (units !== null) {
    const within = (await subjectsWithin(store, units, [head])).get(id) ?? 0;
    if (within === 0) throw errors.notFound('这条变更记录');
    if (within < head.subjects) {
      throw new CadreError('out-of-scope', 403, '这项变更还涉及您管理范围以外的人员，不能由您撤销。');
    }
  }
  if (!can(actor, 'cadre:edit')) throw errors.forbidden('cadre:edit');
  await requireCreatedUnitsEmpty(store, id);
  if (head.subjects <= smallChange) return (await undoChange(store, { actor, reason }, id)).id;
  const { name, scope } = actor;
  return runTask<string>('undo-change', { actor: { id: actor.id, name, scope }, change: id, reason }, {});
}
