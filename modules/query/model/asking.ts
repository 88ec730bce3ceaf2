import { z } from 'zod';
import { bandSchema, conditionTree, headSchema, questionSchema } from '#platform/model';

/** What every question travels with. Without `asOf` it is asked as of today. */
export const asked = {
  question: questionSchema.default({}),
  asOf: z.iso.date('截止日期应为 2020-06-30 的格式').optional(),
};

/** What every answer says of itself. */
export const answered = {
  /** The reference date (截止时间). */
  asOf: z.string(),
  /** The version of the data that was asked; it grows with every change. */
  version: z.int(),
  /** People found. */
  count: z.int(),
};

/** One key of an order; values that are not filled in come last in either direction. */
export const sortKeySchema = z.strictObject({ field: z.string(), descending: z.boolean().optional() });

/**
 * What people are put into groups by (统计项): the values of a field, or bands of them, by the id of a band set or as
 * they are given here.
 */
export const groupKeySchema = z
  .strictObject({
    field: z.string(),
    bands: z.union([z.string(), z.array(bandSchema).min(1).max(100)]).optional(),
    heads: z.array(headSchema).min(1).max(100).optional(),
  })
  .refine(({ bands, heads }) => bands === undefined || heads === undefined, '分段和分组只能选一种')
  .refine(
    // A label is all that tells a group from the others.
    ({ bands = [], heads = [] }) => {
      const labels = [...(typeof bands === 'string' ? [] : bands), ...heads].map(({ label }) => label);
      return new Set(labels).size === labels.length;
    },
    '各段、各组的名称不能相同',
  );

/** A group; `where` is the condition that finds the people in it. */
export const groupSchema = z.object({
  /** The code, unit, text or number, the year of a date, the label of a band; null where nothing is filled in. */
  value: z.union([z.string(), z.number()]).nullable(),
  label: z.string(),
  where: conditionTree,
});

/** A value as a program reads it: numbers, the code of a code, dates as `1972-11`. */
export const cellValue = z.union([z.string(), z.number()]).nullable();
