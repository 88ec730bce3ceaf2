import { z } from 'zod';
import { operation } from '#platform/model';

/** One of two people who may be one, as the list shows them. */
const suspect = z.object({
  id: z.string(),
  name: z.string(),
  birth: z.string(),
  unit: z.string(),
  post: z.string(),
});

export const likeness = z.enum(['same-id', 'same-name-birth', 'similar']);

export const listDuplicates = operation({
  id: 'listDuplicates',
  summary: '疑似重复的干部，两两列出，最像的在前',
  method: 'GET',
  path: '/duplicates',
  permission: 'cadre:bulk',
  response: z.object({
    /** At most the first 500. */
    pairs: z.array(z.object({ first: suspect, second: suspect, likeness, reason: z.string() })),
    /** How many there are of each likeness. */
    counts: z.object({ 'same-id': z.int(), 'same-name-birth': z.int(), similar: z.int() }),
    /** Pairs that somebody has declared to be two people. */
    distinct: z.array(
      z.object({ first: suspect, second: suspect, reason: z.string(), by: z.string(), at: z.string() }),
    ),
    /** Records that were merged into another, the newest first. */
    merged: z.array(
      z.object({
        person: z.string(),
        name: z.string(),
        merged: z.string(),
        mergedName: z.string(),
        on: z.string(),
      }),
    ),
  }),
});

const pair = z.object({ first: z.string(), second: z.string() });
const side = z.enum(['keep', 'other', 'both']);
const versions = z.record(z.string(), z.int().min(0));

export const compareDuplicates = operation({
  id: 'compareDuplicates',
  summary: '两条记录逐项对照，供合并时选择',
  method: 'GET',
  path: '/duplicates/:first/:second',
  permission: 'cadre:bulk',
  params: pair,
  response: z.object({
    people: z.array(
      suspect.extend({
        photo: z.string().nullable(),
        /** Records of all sets together: the fuller one is usually the one to keep. */
        rows: z.int(),
        versions,
      }),
    ),
    /** Fields of sets with one row, those that differ or that only one of the two knows. */
    fields: z.array(
      z.object({
        /** A01.name */
        key: z.string(),
        set: z.string(),
        label: z.string(),
        texts: z.array(z.string()),
        differs: z.boolean(),
        /**
         * The side whose value stays because of a verification, and why: it alone is as verified, or it is the more exact
         * one of two that are. Where neither is, and while the verifications are disputed, the value of the record that is
         * kept stays. null where it can be chosen.
         */
        verified: z
          .discriminatedUnion('why', [
            z.object({
              why: z.enum(['verified', 'more-exact']),
              side: z.union([z.literal(0), z.literal(1)]),
            }),
            z.object({ why: z.enum(['neither', 'disputed']) }),
          ])
          .nullable(),
      }),
    ),
    /** Dates that both have verified, differently (VerificationDispute); with `counts` null the pair is not merged. */
    disputes: z.array(
      z.object({
        field: z.string(),
        label: z.string(),
        verified: z.array(z.object({ row: z.string(), value: z.string(), evidence: z.string() })).readonly(),
        counts: z.union([z.literal(0), z.literal(1)]).nullable(),
        advice: z.string(),
      }),
    ),
    /** Sets with several rows. */
    lists: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        /** The rows of the first and of the second: what names a row, its other fields with their labels; `same` is in both. */
        rows: z.array(z.array(z.object({ title: z.string(), details: z.string(), same: z.boolean() }))),
        /** Prints as a whole: the rows of both would print everything twice. */
        printed: z.boolean(),
        /** Evidence: the rows of both stay. */
        lasting: z.boolean(),
      }),
    ),
  }),
});

export const mergeDuplicates = operation({
  id: 'mergeDuplicates',
  summary: '把一条记录并入另一条',
  method: 'POST',
  path: '/duplicates/merge',
  permission: 'cadre:bulk',
  body: z.strictObject({
    keep: z.string(),
    other: z.string(),
    /** By `A01.name` for a field, by `A15` for a set with several rows; the usual where nothing is said. */
    choices: z.record(z.string(), side),
    /** The versions that were looked at, of both. */
    versions: z.strictObject({ keep: versions, other: versions }),
  }),
  response: z.object({ change: z.string() }),
});

export const declareDistinct = operation({
  id: 'declareDistinct',
  summary: '认定两条记录不是同一人，不再提示',
  method: 'POST',
  path: '/duplicates/distinct',
  permission: 'cadre:bulk',
  body: pair.extend({ reason: z.string().trim().max(200).default('') }),
  response: z.object({}),
});

export const forgetDistinct = operation({
  id: 'forgetDistinct',
  summary: '取消“不是同一人”的认定',
  method: 'DELETE',
  path: '/duplicates/distinct/:first/:second',
  permission: 'cadre:bulk',
  params: pair,
  response: z.object({}),
});

export const separateMerged = operation({
  id: 'separateMerged',
  summary: '把并入的记录拆分出来',
  method: 'POST',
  path: '/duplicates/separate',
  permission: 'cadre:bulk',
  body: z.strictObject({ person: z.string(), merged: z.string() }),
  response: z.object({ change: z.string() }),
});
