import type { Question } from '#engine';
import { runQueryIds } from '#modules/query';
import type { EntryDetails } from '#modules/reserve';
import { actorOf, openQueryOffice, type QueryOffice } from '../../query/server/test-office.ts';
import { enterPeople } from './edit-members.ts';

export const clerk = actorOf('干部科');
export const asOf = '2026-06-30';

/** What is said of an entry where the test does not care. */
export const plainEntry = {
  enteredOn: '2025-01-10',
  batch: '2025 年',
  entryMethodCode: null,
  recommendedBy: '',
  direction: '',
  measures: '',
  remark: '',
} as const;

export interface Made {
  readonly born?: string;
  readonly sex?: string;
  /** Levels held, with the day on which each began; the one before ends then. */
  readonly levels?: readonly (readonly [code: string, from: string])[];
}

/** An office in which people with levels can be invented. */
export async function openReserve(persons = 0) {
  const office: QueryOffice = await openQueryOffice(persons);
  return {
    ...office,
    /** Adds somebody; a deputy of a department, born 1992, unless said otherwise. */
    person: (name: string, { born = '1992-03', sex = '1', levels = [['1A42', '2022-05']] }: Made = {}) =>
      office.add({
        A01: [{ name, birthDate: born, sexCode: sex, workStartDate: '2012-07', politicalStatusCode: '01' }],
        A05: levels.map(([levelOrRankCode, approvedOn], index) => ({
          kind: '0',
          levelOrRankCode,
          approvedOn,
          endedOn: levels[index + 1]?.[1] ?? null,
          statusCode: index === levels.length - 1 ? '1' : '0',
        })),
      }),
    enter: (pool: string, ids: readonly string[], said: Partial<EntryDetails> = {}) =>
      enterPeople(office.store, office.tables, clerk, {
        pool,
        people: { ids: [...ids] },
        ...plainEntry,
        ...said,
        entryMethodCode: null,
      }),
    /** How many people a question finds. */
    countOf: async (question: Question, day?: string) =>
      (await office.call(clerk, runQueryIds, { body: { question: question as never, asOf: day } })).count,
  };
}
