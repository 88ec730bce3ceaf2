import type { CodeList, DatasetSchema, Fact } from '#engine';
import { filesList } from '../dataset/file-fields.ts';
import type { CatalogueCodes, CatalogueField, CatalogueSet, SetWords } from './field-catalogue.ts';

/** What can be asked for, as lists that travel. */
export interface CatalogueLists {
  readonly fields: CatalogueField[];
  readonly sets: CatalogueSet[];
  readonly codes: CatalogueCodes[];
}

/**
 * The fields of the engine's tables and the derived facts (派生事实), with the code lists that they name. `words` says how
 * sentences speak of a set, `nameOf` what a code list is called. With `hideSensitive` the sensitive ones are not there.
 */
export function catalogueListsOf(given: {
  readonly schema: DatasetSchema;
  readonly facts: readonly Fact[];
  readonly words: Readonly<Record<string, SetWords>>;
  readonly nameOf: (codes: string) => string;
  readonly hideSensitive: boolean;
}): CatalogueLists {
  const { schema, words, nameOf, hideSensitive } = given;
  const columns = schema.sets.flatMap((set) =>
    set.columns.flatMap((column): CatalogueField[] => {
      const { name, label, kind, codes, sensitive, initials, hidden } = column;
      if (hidden) return [];
      const of = set.repeating ? 'row' : 'person';
      return [{ name, label, kind, of, isFact: false, set: set.name, codes, sensitive, initials }];
    }),
  );
  const facts = given.facts.flatMap((fact): CatalogueField[] => {
    const { name, label, kind, codes, unit, sensitive, hidden } = fact;
    if (hidden) return [];
    const set = fact.of === 'row' ? fact.set : undefined;
    return [{ name, label, kind, of: fact.of, isFact: true, set, codes, unit, sensitive }];
  });
  const fields = [...facts, ...columns].filter(({ sensitive }) => !(hideSensitive && sensitive));
  const named = new Set(fields.map(({ codes }) => codes));
  const asked = new Set(fields.map(({ set }) => set));
  return {
    fields,
    sets: schema.sets
      .filter(({ name }) => asked.has(name))
      .map(({ name, label, repeating, span, order }) => ({
        name,
        label,
        repeating,
        lasts: span !== undefined,
        order,
        words: words[name],
      })),
    codes: schema.codes.filter(({ id }) => named.has(id)).map((list) => codesOf(list, nameOf)),
  };
}

function codesOf({ id, entries }: CodeList, nameOf: (codes: string) => string): CatalogueCodes {
  return {
    id,
    name: id === filesList.id ? '文件' : nameOf(id),
    entries: entries.map(({ code, label, parent }) => ({ code, label, parent })),
  };
}
