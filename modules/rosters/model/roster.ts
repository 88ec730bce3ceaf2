import { z } from 'zod';
import { questionSchema, questionTree } from '#platform/model';

/** How a date is written: 1972.11, 1972.11.05, 1972年11月, 1972, 72.11; what is not known of it is left out. */
export const dateFormat = z.enum(['month', 'day', 'chinese', 'year', 'short']);
export type DateFormat = z.output<typeof dateFormat>;

export const educationOf = z.enum(['fullTime', 'inService', 'highest']);
export type EducationOf = z.output<typeof educationOf>;

/** What stands in a column. */
export const columnContent = z.discriminatedUnion('kind', [
  /** 序号, counted through the whole book */
  z.strictObject({ kind: z.literal('sequence') }),
  /** A field of the catalogue or a derived fact as it is. */
  z.strictObject({ kind: z.literal('field'), field: z.string().max(80), date: dateFormat.optional() }),
  /** 出生年月（年龄）: the month, below it the age on the reference date */
  z.strictObject({ kind: z.literal('birthWithAge') }),
  /** 学历/学位, below it school and subject */
  z.strictObject({ kind: z.literal('education'), of: educationOf }),
  /** 职级, below it since when */
  z.strictObject({ kind: z.literal('rankSince') }),
  z.strictObject({ kind: z.literal('photo') }),
  /** Several fields in one cell: `{姓名}（{性别}，{出生日期}）` */
  z.strictObject({ kind: z.literal('pattern'), pattern: z.string().min(1, '请填写内容格式').max(300) }),
  /** An empty cell to write in: 备注 */
  z.strictObject({ kind: z.literal('blank') }),
]);
export type ColumnContent = z.output<typeof columnContent>;

export const rosterColumn = z.strictObject({
  heading: z.string().trim().min(1, '请填写列名').max(40, '列名不能超过 40 个字'),
  /** In half-width characters, a Chinese character being two. */
  width: z.int().min(3).max(80),
  align: z.enum(['left', 'center']),
  content: columnContent,
});
export type RosterColumn = z.output<typeof rosterColumn>;

/** 截止时间: the day on which the roster is made, the last day of the month or year before it, or a fixed one. */
export const asOfPolicy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['today', 'lastMonth', 'lastYear']) }),
  z.strictObject({ kind: z.literal('date'), date: z.iso.date('截止日期应为 2020-06-30 的格式') }),
]);
export type AsOfPolicy = z.output<typeof asOfPolicy>;

/** 按机构分组: by the unit of the main post, or by the institution (法人单位) that this belongs to. */
export const rosterGrouping = z.enum(['none', 'unit', 'institution']);
export type RosterGrouping = z.output<typeof rosterGrouping>;

/** One key of an order; values that are not filled in come last in either direction. */
const sortKey = z.strictObject({ field: z.string().max(80), descending: z.boolean().optional() });

const definition = {
  name: z.string().trim().min(1, '请填写名册名称').max(80, '名称不能超过 80 个字'),
  title: z.string().trim().max(80, '标题不能超过 80 个字'),
  subtitle: z.string().trim().max(80, '副标题不能超过 80 个字'),
  asOf: asOfPolicy,
  grouping: rosterGrouping,
  /** Inside a group, or of the whole book; without it 法定次序: unit, place in the team, name. */
  sort: z.array(sortKey).min(1).max(6).optional(),
  /** 目录: units with the number of people and their numbers in the book */
  catalogue: z.boolean(),
  columns: z.array(rosterColumn).min(1, '请至少选择一列').max(40, '最多 40 列'),
  /** 注, below the table */
  notes: z.array(z.string().trim().max(200)).max(10),
};

/** A roster book (名册) as it comes in. */
export const rosterSchema = z.strictObject({ ...definition, question: questionSchema });
export type Roster = z.output<typeof rosterSchema>;

/** The same as it is answered. */
export const rosterAnswer = z.object({ ...definition, question: questionTree });
