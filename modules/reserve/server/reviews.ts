import type { z } from 'zod';
import { CadreError, newId, textOf, type Actor, type OperationOutput } from '#platform/model';
import { readMany, today, type Store } from '#platform/server';
import { runQueryFor, type QueryTables } from '#modules/query/server';
import {
  isOfPool,
  membersQuestion,
  withReview,
  type readReserveReviews,
  type writeReserveReviews,
} from '#modules/reserve';
import { changePeople, chosenIds } from './change-people.ts';
import { requirePool, requireSight } from './settings.ts';

/** 研判: the members of the pool with what was found in the year. */
export async function readReviews(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  asked: { readonly pool: string; readonly year: string; readonly asOf?: string | undefined },
): Promise<OperationOutput<typeof readReserveReviews>> {
  requireSight(actor);
  const pool = await requirePool(store, asked.pool);
  const asOf = asked.asOf ?? today();
  const page = await runQueryFor(store, tables, actor, {
    question: membersQuestion(pool),
    asOf,
    columns: ['posts'],
    from: 0,
    size: 5_000,
    counts: false,
  });
  const stored = await readMany(
    store.db,
    page.rows.map(({ id }) => id),
    ['RP02'],
  );
  const conclusions = store.tables.get('RP02-CONCLUSION');
  return {
    asOf: page.asOf,
    people: page.rows.map(({ id, name, texts }) => {
      const set = stored.get(id)?.['RP02'];
      const own = (set?.rows ?? []).filter((row) => isOfPool(row, pool.name));
      const row = own.find((each) => textOf(each, 'year') === asked.year);
      const before = own
        .filter((each) => textOf(each, 'year') < asked.year)
        .toSorted((left, right) => textOf(left, 'year').localeCompare(textOf(right, 'year')))
        .at(-1);
      return {
        id,
        name,
        post: texts[0] ?? '',
        version: set?.version ?? 0,
        conclusionCode: textOf(row, 'conclusionCode'),
        opinion: textOf(row, 'opinion'),
        reviewedOn: textOf(row, 'reviewedOn'),
        before: before
          ? {
              year: textOf(before, 'year'),
              conclusion: conclusions?.labelOf(textOf(before, 'conclusionCode')) ?? '',
            }
          : null,
      };
    }),
  };
}

/** Writes the reviews of a year for many as one change; refuses when somebody's reviews were changed meanwhile. */
export async function writeReviews(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  { pool: id, year, reviewedOn, people }: z.output<NonNullable<(typeof writeReserveReviews)['body']>>,
): Promise<{ change: string; people: number }> {
  requireSight(actor);
  const pool = await requirePool(store, id);
  const wanted = new Map(people.map((each) => [each.id, each]));
  const ids = await chosenIds(store, tables, actor, { ids: [...wanted.keys()] });
  const done = await changePeople(store, actor, {
    ids,
    sets: ['RP02'],
    plan(person, { RP02: rows = [] }, versions) {
      const review = wanted.get(person);
      if (!review) return null;
      if ((versions['RP02'] ?? 0) !== review.version) throw reviewsChanged();
      const { conclusionCode, opinion } = review;
      const after = withReview(
        rows,
        newId(),
        { pool: pool.name, year },
        { conclusionCode, opinion, reviewedOn },
      );
      return after && { RP02: after };
    },
    summary: (count) => `登记“${pool.name}”${year} 年度研判：${count} 人`,
  });
  if (!done) throw new CadreError('nothing-changed', 409, '没有需要保存的研判结论。');
  return done;
}

function reviewsChanged(): CadreError {
  return new CadreError('reviews-changed', 409, '填写期间，部分人员的研判已被改动。请刷新后核对，再保存。');
}
