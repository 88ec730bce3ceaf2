import type { Actor } from '#platform/model';
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

/** Checks everybody within reach and answers fault after fault, by rule where one is named. */
export async function* checkAll(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  asked: { readonly rule?: string | undefined; readonly unit?: string | undefined },
): AsyncGenerator<CheckLine> {
  const reached = await boardFor(store, tables, new CheckBoard(store, null), actor, asked.unit);
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
