import type { Actor, OperationOutput } from '#platform/model';
import { journalPosition, type Store } from '#platform/server';
import { readMergedPeople } from '#modules/cadres/server';
import type { QueryTables } from '#modules/query/server';
import { findPairs, type Likeness, type listDuplicates, type SuspectPair } from '#modules/duplicates';
import { mergedInReach } from './merge-pair.ts';
import { describeSuspects, readSuspects, requireSight } from './suspects.ts';
import { withDuplicates } from './tables.ts';

const mostShown = 500;
const strength: readonly Likeness[] = ['same-id', 'same-name-birth', 'similar'];

/** The pairs of one scope, kept until the journal moves on: finding them looks at everybody. */
export class PairFinder {
  readonly #store: Store;
  readonly #tables: QueryTables;
  readonly #found = new Map<string, { readonly position: number; readonly pairs: readonly SuspectPair[] }>();

  constructor(store: Store, tables: QueryTables) {
    this.#store = store;
    this.#tables = tables;
  }

  /** What looks like one person twice, the strongest likeness first, without the pairs that were declared to be two. */
  async list(actor: Actor): Promise<OperationOutput<typeof listDuplicates>> {
    requireSight(actor);
    const decided = await withDuplicates(this.#store.db)
      .selectFrom('distinct_people')
      .selectAll()
      .orderBy('decided_at', 'desc')
      .execute();
    const declared = new Set(decided.map(({ first, second }) => `${first} ${second}`));
    const pairs = (await this.#pairsFor(actor)).filter(
      ({ first, second }) => !declared.has(`${first} ${second}`),
    );
    const shown = pairs
      .toSorted((a, b) => strength.indexOf(a.likeness) - strength.indexOf(b.likeness))
      .slice(0, mostShown);
    const notes = await readMergedPeople(this.#store);
    const reached = await mergedInReach(
      this.#store,
      actor,
      notes.map(({ merged: id }) => id),
    );
    const merged = notes.filter(({ merged: id }) => reached.has(id));
    const people = await describeSuspects(this.#store, this.#tables, actor, [
      ...[...shown, ...decided].flatMap(({ first, second }) => [first, second]),
      ...merged.map(({ person }) => person),
    ]);
    const both = <T>(ids: { first: string; second: string }, more: T) => {
      const [first, second] = [people.get(ids.first), people.get(ids.second)];
      return first && second ? [{ first, second, ...more }] : [];
    };
    const count = (wanted: Likeness): number => pairs.filter(({ likeness }) => likeness === wanted).length;
    return {
      pairs: shown.flatMap((pair) => both(pair, { likeness: pair.likeness, reason: pair.reason })),
      counts: {
        'same-id': count('same-id'),
        'same-name-birth': count('same-name-birth'),
        similar: count('similar'),
      },
      distinct: decided.flatMap((row) =>
        both(row, { reason: row.reason, by: row.decided_by_name, at: row.decided_at }),
      ),
      merged: merged
        .flatMap(({ person, merged: id, name, on }) => {
          const into = people.get(person);
          return into ? [{ person, name: into.name, merged: id, mergedName: name, on }] : [];
        })
        .toSorted((a, b) => b.on.localeCompare(a.on)),
    };
  }

  async #pairsFor(actor: Actor): Promise<readonly SuspectPair[]> {
    const scope = JSON.stringify(actor.scope);
    const position = await journalPosition(this.#store.db);
    const known = this.#found.get(scope);
    if (known?.position === position) return known.pairs;
    const pairs = findPairs(await readSuspects(this.#store, this.#tables, actor));
    this.#found.set(scope, { position, pairs });
    return pairs;
  }
}
