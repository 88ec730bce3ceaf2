import { dateKey } from '#engine';
import { errors, type Actor } from '#platform/model';
import type { Store } from '#platform/server';
import type { QueryTables } from '#modules/query/server';
import type { CheckLevel } from '#modules/checks';
import { CheckBoard } from './check-board.ts';
import { boardFor, brokenBy } from './people-in-reach.ts';
import { showFaults } from './show-faults.ts';

/** One fault as the command prints it. */
export interface CheckLine {
  readonly rule: string;
  readonly level: CheckLevel;
  /** The person's id, and the name. */
  readonly person: string;
  readonly name: string;
  /** `A01.birthDate`; empty when it is about the person as a whole. */
  readonly field: string;
  readonly message: string;
}

const piece = 200;

/**
 * Checks everybody within reach and answers fault after fault, by rule where one is named. The records are those of now;
 * with a day, what depends on the day (ages, terms, gaps, which rules are in force) is as on that day.
 */
export async function* checkAll(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  asked: {
    readonly rule?: string | undefined;
    readonly unit?: string | undefined;
    readonly asOf?: string | undefined;
  },
): AsyncGenerator<CheckLine> {
  if (asked.asOf !== undefined && (asked.asOf.length !== 10 || dateKey(asked.asOf) === null))
    throw errors.invalid('截止日期应为 2020-06-30 的格式。');
  const board = new CheckBoard(store, null, asked.asOf ?? null);
  const reached = await boardFor(store, tables, board, actor, asked.unit);
  const broken = reached.faulty.filter(({ id }) =>
    reached.rulesOf(id).some((rule) => asked.rule === undefined || rule === asked.rule),
  );
  for (let start = 0; start < broken.length; start += piece) {
    const some = broken.slice(start, start + piece);
    const ids = some.map(({ id }) => id);
    const shown = await showFaults(store, tables, actor, reached.state.basis, ids, brokenBy(reached, ids));
    for (const { id, name } of some) {
      for (const { rule, level, set, field, message } of shown.get(id) ?? []) {
        if (asked.rule !== undefined && rule !== asked.rule) continue;
        yield { rule, level, person: id, name, field: field === '' ? set : `${set}.${field}`, message };
      }
    }
  }
}
