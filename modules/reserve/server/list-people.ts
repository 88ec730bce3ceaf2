import type { Question } from '#engine';
import { printDate, textOf, type Actor, type OperationOutput, type RecordRow } from '#platform/model';
import { readMany, today, type Store } from '#platform/server';
import { runQueryFor, type QueryTables } from '#modules/query/server';
import {
  candidatesQuestion,
  countsOn,
  isOfPool,
  leaversQuestion,
  membersQuestion,
  type listReservePeople,
  type MembershipData,
  type PeoplePart,
  type Pool,
} from '#modules/reserve';
import { requirePool, requireSight } from './settings.ts';
import { peopleWithRows } from './stored-rows.ts';

type Listed = OperationOutput<typeof listReservePeople>;

/** So many are shown at once; all of them are found on the query page and in the roster. */
const mostShown = 5_000;

const columns = [
  'A01.sexCode',
  'age',
  'posts',
  'postLevel',
  'postLevelSince',
  'highestEducation',
  'A01.politicalStatusCode',
];

/** The people of one part of a pool, as they stand in statutory order. */
export async function listPeople(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  asked: { readonly pool: string; readonly part: PeoplePart; readonly asOf?: string | undefined },
): Promise<Listed> {
  requireSight(actor);
  const pool = await requirePool(store, asked.pool);
  const asOf = asked.asOf ?? today();
  const question =
    asked.part === 'former' ? await formerQuestion(store, pool, asOf) : ofPart(pool, asked.part);
  if (question === null) return nobody(asOf);
  const page = await runQueryFor(store, tables, actor, {
    question,
    asOf,
    columns,
    from: 0,
    size: mostShown,
    counts: false,
  });
  const isInside = asked.part !== 'candidates';
  const stored = isInside
    ? await readMany(
        store.db,
        page.rows.map(({ id }) => id),
        ['RP01', 'RP02'],
      )
    : new Map<string, never>();
  const label = (table: string, code: string): string => store.tables.get(table)?.labelOf(code) ?? code;
  return {
    asOf: page.asOf,
    count: page.count,
    sentence: asked.part === 'former' ? '曾在库、已出库的人员' : page.sentence,
    question: asked.part === 'former' ? null : question,
    columns: page.columns,
    people: page.rows.map(({ id, name, texts }) => {
      const sets = stored.get(id);
      return {
        id,
        name,
        texts,
        membership: isInside ? membershipOf(sets?.['RP01']?.rows ?? [], pool, asked.part, asOf, label) : null,
        review: lastReview(sets?.['RP02']?.rows ?? [], pool, asOf, label),
      };
    }),
  };
}

function ofPart(pool: Pool, part: Exclude<PeoplePart, 'former'>): Question | null {
  switch (part) {
    case 'members':
      return membersQuestion(pool);
    case 'candidates':
      return candidatesQuestion(pool);
    case 'leavers':
      return leaversQuestion(pool);
  }
}

/** Rows that have ended count for nobody's question, so those who left are named one by one. */
async function formerQuestion(store: Store, pool: Pool, asOf: string): Promise<Question> {
  const ids = [...(await peopleWithRows(store, 'RP01'))]
    .filter(([, rows]) => {
      const own = rows.filter((row) => isOfPool(row, pool.name));
      return hasLeft(own, asOf) && !own.some((row) => countsOn(row, asOf));
    })
    .map(([id]) => id);
  return { population: 'all', where: { op: 'people', ids } };
}

function hasLeft(rows: readonly RecordRow[], asOf: string): boolean {
  return rows.some((row) => textOf(row, 'exitedOn') !== '' && textOf(row, 'exitedOn') <= asOf);
}

type Label = (table: string, code: string) => string;

function membershipOf(
  rows: readonly RecordRow[],
  pool: Pool,
  part: PeoplePart,
  asOf: string,
  label: Label,
): MembershipData | null {
  const own = rows
    .filter((row) => isOfPool(row, pool.name) && (part === 'former' || countsOn(row, asOf)))
    .toSorted((left, right) => textOf(left, 'enteredOn').localeCompare(textOf(right, 'enteredOn')));
  const row = own.at(-1);
  return row ? membershipData(row, label) : null;
}

function membershipData(row: RecordRow, label: Label): MembershipData {
  return {
    row: row.id,
    batch: textOf(row, 'batch'),
    enteredOn: printDate(textOf(row, 'enteredOn')),
    entryMethod: label('RP01-ENTRY', textOf(row, 'entryMethodCode')),
    recommendedBy: textOf(row, 'recommendedBy'),
    direction: textOf(row, 'direction'),
    measures: textOf(row, 'measures'),
    exitedOn: printDate(textOf(row, 'exitedOn')),
    exitReason: label('RP01-EXIT', textOf(row, 'exitReasonCode')),
    remark: textOf(row, 'remark'),
  };
}

function lastReview(
  rows: readonly RecordRow[],
  pool: Pool,
  asOf: string,
  label: Label,
): Listed['people'][number]['review'] {
  const own = rows
    .filter((row) => isOfPool(row, pool.name) && textOf(row, 'reviewedOn') <= asOf)
    .toSorted((left, right) => textOf(left, 'year').localeCompare(textOf(right, 'year')));
  const row = own.at(-1);
  if (!row) return null;
  return {
    year: textOf(row, 'year'),
    conclusion: label('RP02-CONCLUSION', textOf(row, 'conclusionCode')),
    opinion: textOf(row, 'opinion'),
  };
}

function nobody(asOf: string): Listed {
  return { asOf, count: 0, sentence: '', question: null, columns: [], people: [] };
}
