import { z } from 'zod';
import type { Condition, Question } from '#engine';

/** 统计项: the values of a field, or the bands of a band set. */
const ownKey = z.strictObject({ field: z.string().max(120), bands: z.string().max(120).optional() });
export type OwnKey = z.output<typeof ownKey>;

/** 统计范围: who is counted at all. */
export const tableBase = z.discriminatedUnion('kind', [
  /** Everybody 在职. */
  z.strictObject({ kind: z.literal('serving') }),
  /** Everybody, also who has left. */
  z.strictObject({ kind: z.literal('all') }),
  /** Who is 在职 in a unit with all below it. */
  z.strictObject({ kind: z.literal('unit'), unit: z.string().max(60) }),
  /** Whom a saved question or list finds. */
  z.strictObject({ kind: z.literal('saved'), saved: z.string().max(60) }),
]);
export type TableBase = z.output<typeof tableBase>;

/** What a cell says: how many people, what share of the row they are, or how old they are on average. */
export const ownMeasures = ['people', 'share', 'averageAge'] as const;
export type OwnMeasure = (typeof ownMeasures)[number];

/** What an own table counts: one to three keys; the third divides each of the columns. */
export const ownTableSpec = z
  .strictObject({
    rows: z.array(ownKey).max(3),
    columns: z.array(ownKey).max(3),
    third: z.array(ownKey).max(1).default([]),
    base: tableBase.default({ kind: 'serving' }),
    measure: z.enum(ownMeasures).default('people'),
    /** Without it the table is called by its keys. */
    title: z.string().trim().max(80).optional(),
  })
  .refine(({ rows, columns, third }) => {
    const many = rows.length + columns.length + third.length;
    return many >= 1 && many <= 3;
  }, '统计项应为一至三个');
export type OwnTableSpec = z.output<typeof ownTableSpec>;

export const tableName = z.string().trim().min(1, '请填写名称').max(80, '名称不能超过 80 个字');

/**
 * Who is counted, as a question. Of a saved question that names no population it is everybody 在册, as where it is asked;
 * of a list everybody whom it names.
 */
export function questionOfBase(base: TableBase, saved: (id: string) => Question | undefined): Question {
  switch (base.kind) {
    case 'serving':
    case 'all':
      return { population: base.kind };
    case 'unit': {
      const where: Condition = { op: 'in', field: 'mainUnit', values: [base.unit] };
      return { population: 'serving', where };
    }
    case 'saved': {
      const { population, where } = saved(base.saved) ?? {};
      return {
        population: population ?? (where?.op === 'people' ? 'all' : 'current'),
        where: { op: 'saved', id: base.saved },
      };
    }
  }
}
