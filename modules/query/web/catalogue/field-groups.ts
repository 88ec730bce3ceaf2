import { initialsOf, type CatalogueField, type CatalogueSet } from '#platform/model';
import type { PageCatalogue } from './page-catalogue.ts';

/** Fields that stand together where one is picked. */
export interface FieldGroup {
  readonly key: string;
  readonly label: string;
  /** The repeating set whose rows the fields belong to. */
  readonly rows: CatalogueSet | null;
  readonly fields: readonly CatalogueField[];
}

/** Facts that only serve the program, or that the population says. */
const unasked: ReadonlySet<string> = new Set(['isCurrent', 'isServing', 'isFormer']);

/** 常用 first, then the sets in the order of the registry; within a set only its own fields. */
export function fieldGroups(catalogue: PageCatalogue, within: string | null): FieldGroup[] {
  const { fields, sets } = catalogue;
  const groups = sets.map((set) => ({
    key: set.name,
    label: set.label,
    rows: set.repeating ? set : null,
    fields: fields.filter((field) => field.set === set.name),
  }));
  if (within !== null) return groups.filter(({ key }) => key === within);
  const facts = fields.filter(({ isFact, of, name }) => isFact && of === 'person' && !unasked.has(name));
  return [{ key: 'facts', label: '常用', rows: null, fields: facts }, ...groups];
}

/**
 * The groups with those fields whose label contains the text or whose initials begin with it. Who says 单位 may mean what
 * the registry calls 机构.
 */
export function foundGroups(groups: readonly FieldGroup[], text: string): FieldGroup[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [...groups];
  const words = [wanted, wanted.replaceAll('单位', '机构')];
  return groups.flatMap((group) => {
    if (words.some((word) => group.label.includes(word))) return [group];
    const fields = group.fields.filter(
      ({ label }) =>
        words.some((word) => label.toLowerCase().includes(word)) || initialsOf(label).includes(wanted),
    );
    return fields.length === 0 ? [] : [{ ...group, fields }];
  });
}
