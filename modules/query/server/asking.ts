import {
  BadQuestion,
  dateKey,
  QuestionExpired,
  type Asking,
  type Engine,
  type Found,
  type Question,
} from '#engine';
import { can, errors, type Actor } from '#platform/model';
import { today, type Store } from '#platform/server';
import { badQuestion, questionExpired } from './question-errors.ts';
import type { QueryTables } from './query-tables.ts';
import { readUnitTree, type UnitTree } from '#modules/organization/server';
import { loadSaved } from './saved-lookup.ts';

/** Milliseconds that one question may take; a usual one takes less than twenty at a million people. */
const timeLimit = 3_000;

/** A question with its reference date, as it came in. */
export interface Asked {
  readonly question: Question;
  /** YYYY-MM-DD; without it today in the office's time zone. */
  readonly asOf?: string | undefined;
}

/** The engine with everything of an actor's question but the question itself. */
export interface Questioner {
  readonly engine: Engine;
  /** The reference date as text. */
  readonly asOf: string;
  readonly units: UnitTree;
  /** How the actor asks a question. */
  asking(question: Question): Asking;
  /** Finds people; what is handed over is good until `use` returns. Throws a CadreError for a bad question. */
  ask<T>(question: Question, use: (found: Found) => T): T;
}

/**
 * Prepares an actor's question: brings the tables up to date, loads the saved questions that it refers to, and bounds
 * it by the actor's scope and right to sensitive fields. Nothing is to be awaited between the questions asked of it.
 */
export async function questioner(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  asked: Asked,
): Promise<Questioner> {
  const asOf = asked.asOf ?? today();
  const day = dateKey(asOf);
  if (day === null) throw errors.invalid('截止日期应为 2020-06-30 的格式。');
  const saved = await loadSaved(store, actor, asked.question);
  const units = await readUnitTree(store);
  const engine = await tables.current();
  const end = performance.now() + timeLimit;
  const asking = (question: Question): Asking => ({
    question,
    asOf: day,
    scope: actor.scope.kind === 'everything' ? null : actor.scope.units,
    hideSensitive: !can(actor, 'cadre:sensitive'),
    saved,
    expired: () => performance.now() > end,
  });
  return {
    engine,
    asOf,
    units,
    asking,
    ask: (question, use) => refusing(() => engine.ask(asking(question), use)),
  };
}

/** Does the work; what the engine refuses becomes an error that a user may see. */
export function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof BadQuestion) throw badQuestion(thrown.problems);
    if (thrown instanceof QuestionExpired) throw questionExpired();
    throw thrown;
  }
}
