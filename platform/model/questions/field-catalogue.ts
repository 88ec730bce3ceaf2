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
