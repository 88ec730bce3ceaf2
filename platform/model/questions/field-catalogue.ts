import { z } from 'zod';

/** What the kinds of values mean is said in `engine/table/schema.ts`. */
export const fieldKind = z.enum(['code', 'unit', 'date', 'number', 'text', 'paragraph']);

/** A field that can be asked for, counted, sorted and shown: a field of a set, or a derived fact (派生事实). */
export const catalogueFieldSchema = z
  .object({
    /** `A01.sexCode`, or `age` */
    name: z.string(),
    label: z.string(),
    kind: fieldKind,
    /** A field of a repeating set belongs to its rows, every other one to the person. */
    of: z.enum(['person', 'row']),
    isFact: z.boolean(),
    /** The set of the field; facts of the person have none. */
    set: z.string().optional(),
    /** The id of its code list. */
    codes: z.string().optional(),
    /** What a number counts: 岁, 年, 月. */
    unit: z.string().optional(),
    sensitive: z.boolean().optional(),
    /** Can be asked for by pinyin initials. */
    initials: z.boolean().optional(),
  })
  .meta({ id: 'CatalogueField' });

/** How a sentence speaks of the rows of a set; where something is missing it speaks of 记录. */
export const setWordsSchema = z
  .object({
    /** 职务 */
    noun: z.string(),
    /** 项 */
    counter: z.string(),
    /** 担任过（含现任） and 没有担任过 */
    has: z.string(),
    hasNot: z.string(),
    /** What one does in the time of the rows: 任 */
    during: z.string().optional(),
    /** The same when nothing more is said of the rows: 任职 */
    active: z.string().optional(),
    /** The unit field whose value goes before the verb: 在区教育局担任过 */
    place: z.string().optional(),
    /** The field whose value stands for the noun: 担任过局长 */
    name: z.string().optional(),
    /** Values of `name` that are called otherwise here: 02 处分 */
    names: z.record(z.string(), z.string()).optional(),
    /** The field whose value stands before the noun as it is: 乡科级正职职务 */
    type: z.string().optional(),
    /** Fields whose values change the verb: 1 现任 */
    states: z
      .array(
        z.object({
          field: z.string(),
          words: z.record(z.string(), z.object({ has: z.string(), hasNot: z.string() })),
        }),
      )
      .optional(),
    /** The field that the rows are about: 年度考核中有优秀 */
    result: z.string().optional(),
    /** The date that says of when a row is: 2020 至 2022 年的年度考核 */
    time: z.string().optional(),
  })
  .meta({ id: 'SetWords' });

export const catalogueSetSchema = z
  .object({
    /** `A02` */
    name: z.string(),
    label: z.string(),
    repeating: z.boolean(),
    /** Its rows last from one date to another, so that their months can be summed. */
    lasts: z.boolean(),
    /** The field of time by which 最近 and 最早 are counted. */
    order: z.string().optional(),
    words: setWordsSchema.optional(),
  })
  .meta({ id: 'CatalogueSet' });

export const codeListSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    /** In the order of the table; `parent` names the code above. */
    entries: z.array(z.object({ code: z.string(), label: z.string(), parent: z.string().optional() })),
  })
  .meta({ id: 'CodeList' });

export type CatalogueField = z.output<typeof catalogueFieldSchema>;
export type SetWords = z.output<typeof setWordsSchema>;
export type CatalogueSet = z.output<typeof catalogueSetSchema>;
export type CatalogueCodes = z.output<typeof codeListSchema>;

/** What is known of the fields that questions speak of; the sentence of a question is written with it. */
export interface FieldCatalogue {
  field(name: string): CatalogueField | undefined;
  set(name: string): CatalogueSet | undefined;
  /** The label of a code; undefined when the list does not have it. */
  labelOf(list: string, code: string): string | undefined;
  /** The name of a unit; undefined when there is none. */
  unitName(id: string): string | undefined;
  /** The name of a saved question or list; undefined when there is none for this user. */
  savedName(id: string): string | undefined;
}

/** A catalogue over plain lists, as `GET /query/fields` answers them. */
export function createFieldCatalogue(given: {
  readonly fields: readonly CatalogueField[];
  readonly sets: readonly CatalogueSet[];
  readonly codes: readonly CatalogueCodes[];
  readonly unitName: (id: string) => string | undefined;
  readonly savedName: (id: string) => string | undefined;
}): FieldCatalogue {
  const fields = new Map(given.fields.map((field) => [field.name, field]));
  const sets = new Map(given.sets.map((set) => [set.name, set]));
  const labels = new Map(
    given.codes.map((list) => [list.id, new Map(list.entries.map(({ code, label }) => [code, label]))]),
  );
  return {
    field: (name) => fields.get(name),
    set: (name) => sets.get(name),
    labelOf: (list, code) => labels.get(list)?.get(code),
    unitName: given.unitName,
    savedName: given.savedName,
  };
}
