import type { BandSet, CatalogueCodes, CatalogueField, CatalogueSet } from '#platform/model';

/** A code as a tree control shows it. */
export interface CodeNode {
  readonly value: string;
  readonly title: string;
  /** Label and code in lower case, and the initials of the label. */
  readonly find: string;
  readonly children: readonly CodeNode[];
}

/** What may be asked for, ready to be looked up. */
export interface PageCatalogue {
  readonly fields: readonly CatalogueField[];
  readonly sets: readonly CatalogueSet[];
  readonly bandSets: readonly BandSet[];
  field(name: string): CatalogueField | undefined;
  set(name: string): CatalogueSet | undefined;
  labelOf(list: string, code: string): string;
  /** The codes of a list as a tree, made when first asked for. */
  tree(list: string): readonly CodeNode[];
  /** Does a code stand for others below it too? */
  hasBelow(list: string, code: string): boolean;
  /** How a sentence speaks of one row of a set: 职务, 项. */
  rowWords(set: string): { readonly noun: string; readonly counter: string };
}

export interface CatalogueAnswer {
  readonly fields: readonly CatalogueField[];
  readonly sets: readonly CatalogueSet[];
  readonly codes: readonly CatalogueCodes[];
  readonly bandSets: readonly BandSet[];
}

export function pageCatalogue(answer: CatalogueAnswer): PageCatalogue {
  const fields = new Map(answer.fields.map((field) => [field.name, field]));
  const sets = new Map(answer.sets.map((set) => [set.name, set]));
  const lists = new Map(answer.codes.map((list) => [list.id, list]));
  const labels = new Map<string, ReadonlyMap<string, string>>();
  const trees = new Map<string, readonly CodeNode[]>();
  const labelsOf = (id: string): ReadonlyMap<string, string> => {
    const known = labels.get(id);
    if (known) return known;
    const made = new Map((lists.get(id)?.entries ?? []).map(({ code, label }) => [code, label]));
    labels.set(id, made);
    return made;
  };
  return {
    fields: answer.fields,
    sets: answer.sets,
    bandSets: answer.bandSets,
    field: (name) => fields.get(name),
    set: (name) => sets.get(name),
    labelOf: (list, code) => labelsOf(list).get(code) ?? code,
    tree: (id) => {
      const known = trees.get(id);
      if (known) return known;
      const made = treeOf(lists.get(id)?.entries ?? []);
      trees.set(id, made);
      return made;
    },
    hasBelow: (id, code) => (lists.get(id)?.entries ?? []).some(({ parent }) => parent === code),
    rowWords: (name) => {
      const { words, label } = sets.get(name) ?? {};
      return { noun: words?.noun ?? label ?? name, counter: words?.counter ?? '条' };
    },
  };
}

function treeOf(entries: CatalogueCodes['entries']): readonly CodeNode[] {
  const codes = new Set(entries.map(({ code }) => code));
  const below = Map.groupBy(entries, ({ parent }) =>
    parent !== undefined && codes.has(parent) ? parent : null,
  );
  const nodes = (parent: string | null): CodeNode[] =>
    (below.get(parent) ?? []).map(({ code, label }) => ({
      value: code,
      title: label,
      find: `${label} ${code}`.toLowerCase(),
      children: nodes(code),
    }));
  return nodes(null);
}
