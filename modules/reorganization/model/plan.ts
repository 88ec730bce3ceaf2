import { z } from 'zod';
import { isPartialDate } from '#platform/model';

/** A unit of the tree by its id, or one that the plan founds by its key (`new-1`). */
const unitRef = z.string().min(1, '请选择机构').max(60);
const name = z.string().trim().min(1, '请填写机构名称').max(200, '机构名称不能超过 200 个字');
const title = z.string().trim().max(100, '职务、职位名称不能超过 100 个字');
/** What becomes of the internal offices of a unit that ends: they go along, or they end with it. */
const offices = z.enum(['move', 'end']).default('move');

/** One step of a reorganization; the steps happen one after another on the same day. */
export const reorganizationStep = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('create'),
    key: z.string().regex(/^new-\d{1,3}$/),
    name,
    shortName: z.string().trim().max(200).default(''),
    parent: unitRef.nullable(),
    levelCode: z.string().max(8).nullable().default(null),
    /** 法人单位标识 */
    kindCode: z.enum(['1', '2', '3']).default('1'),
  }),
  z.object({ kind: z.literal('rename'), unit: unitRef, name, shortName: z.string().trim().max(200) }),
  z.object({ kind: z.literal('regrade'), unit: unitRef, level: z.string().min(1, '请选择新的级别').max(8) }),
  z.object({ kind: z.literal('move'), unit: unitRef, parent: unitRef.nullable() }),
  z.object({
    kind: z.literal('merge'),
    units: z.array(unitRef).min(1, '请选择并入的机构').max(200),
    into: unitRef,
    offices,
  }),
  z.object({ kind: z.literal('abolish'), unit: unitRef, successor: unitRef.nullable(), offices }),
  z.object({
    kind: z.literal('transferOffices'),
    units: z.array(unitRef).min(1, '请选择划转的内设机构').max(500),
    to: unitRef,
  }),
  z.object({
    kind: z.literal('transferPeople'),
    people: z.array(z.string().max(60)).min(1, '请选择划转的人员').max(20_000),
    from: unitRef,
    to: unitRef,
  }),
]);
export type ReorganizationStep = z.infer<typeof reorganizationStep>;

/** A number that is to be approved otherwise than as the sum. */
export const chosenNumber = z.object({
  unit: unitRef,
  set: z.enum(['QT01', 'HC01']),
  /** Of QT01-BUCKET or ZB135. */
  code: z.string().max(8),
  approved: z.int().min(0).max(100_000),
});

/** A post of a unit (PS01) that is to bear another name, does not come along, or ends in a unit that stays. */
const chosenSlot = z.object({
  /** The unit in which it stands before, and its row there. */
  unit: unitRef,
  slot: z.string().max(60),
  /** Its name from now on; empty: as it was. */
  title: title.default(''),
  /** False: it ends on the day, with its unit or in the unit that takes others in, moves or is renamed. */
  keep: z.boolean().default(true),
});

/** Somebody's post that is to bear another title in the new unit, or ends with the old one. */
const chosenPost = z.object({
  person: z.string().max(60),
  /** The row of A02 as it stands before. */
  post: z.string().max(60),
  /** Empty: as the slot says that it fills, or as it was. */
  title: title.default(''),
  keep: z.boolean().default(true),
});

/** 机构改革方案: what happens on a day, with its document. */
export const reorganizationPlan = z.object({
  /** `2024-03` or `2024-03-20`; a month stands for its first day. Not later than today. */
  on: z
    .string()
    .refine((text) => text.length >= 7 && isPartialDate(text), '改革日期应写到月或日，如 2024-03-20'),
  documentNo: z.string().trim().max(60).default(''),
  remark: z.string().trim().max(500).default(''),
  /** 沿用原任职时间: posts keep their beginning, only the unit becomes another. */
  keepStart: z.boolean().default(false),
  /** The names of units in 现工作单位及职务, which the official form prints, are replaced as well. */
  texts: z.boolean().default(false),
  steps: z.array(reorganizationStep).min(1, '请至少加入一个步骤').max(200),
  numbers: z.array(chosenNumber).max(2_000).default([]),
  slots: z.array(chosenSlot).max(5_000).default([]),
  posts: z.array(chosenPost).max(20_000).default([]),
});
export type ReorganizationPlan = z.infer<typeof reorganizationPlan>;
