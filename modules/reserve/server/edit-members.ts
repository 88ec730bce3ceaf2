import type { z } from 'zod';
import { CadreError, newId, type Actor } from '#platform/model';
import type { Store } from '#platform/server';
import type { QueryTables } from '#modules/query/server';
import { isInOrComing, withEntry, withExit, type enterReserve, type exitReserve } from '#modules/reserve';
import { changePeople, chosenIds } from './change-people.ts';
import { requirePool, requireSight } from './settings.ts';

type Entry = z.output<NonNullable<(typeof enterReserve)['body']>>;
type Exit = z.output<NonNullable<(typeof exitReserve)['body']>>;

/** 入库; those who are members already stay as they are. */
export async function enterPeople(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  { pool: id, people, ...details }: Entry,
): Promise<{ change: string | null; entered: number; already: number }> {
  requireSight(actor);
  const pool = await requirePool(store, id);
  if (pool.closed)
    throw new CadreError('reserve-closed', 409, `“${pool.name}”已停止入库。如需入库，请先在“定义”中启用。`);
  const ids = await chosenIds(store, tables, actor, people);
  const done = await changePeople(store, actor, {
    ids,
    sets: ['RP01'],
    plan: (_person, { RP01: rows = [] }) =>
      isInOrComing(rows, pool.name, details.enteredOn)
        ? null
        : { RP01: withEntry(rows, newId(), pool.name, details) },
    summary: (count) =>
      `入库“${pool.name}”${details.batch === '' ? '' : `（${details.batch}）`}：${count} 人`,
  });
  const entered = done?.people ?? 0;
  return { change: done?.change ?? null, entered, already: ids.length - entered };
}

/** 出库, on the day given. */
export async function exitPeople(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  { pool: id, ids: named, ...end }: Exit,
): Promise<{ change: string; exited: number }> {
  requireSight(actor);
  const pool = await requirePool(store, id);
  const ids = await chosenIds(store, tables, actor, { ids: named });
  const reason = store.tables.get('RP01-EXIT')?.labelOf(end.exitReasonCode) ?? '';
  const done = await changePeople(store, actor, {
    ids,
    sets: ['RP01'],
    plan(_person, { RP01: rows = [] }) {
      const after = withExit(rows, pool.name, end);
      return after && { RP01: after };
    },
    summary: (count) => `出库“${pool.name}”（${reason}）：${count} 人`,
  });
  if (!done) throw new CadreError('nothing-changed', 409, '所选人员在出库时间均不在库，没有需要修改的内容。');
  return { change: done.change, exited: done.people };
}
