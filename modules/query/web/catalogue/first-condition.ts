import type { Condition } from '#engine';
import { filesList, isFileField, type CatalogueField } from '#platform/model';

/** A file is there or not, and that is all that is asked of it. */
const allFiles = filesList.entries.map(({ code }) => code);

/** What stands in the builder when a field has just been picked: not finished, so it asks nothing yet. */
export function firstCondition(field: CatalogueField): Condition {
  const { name, kind } = field;
  if (isFileField(field)) return { op: 'empty', field: name };
  switch (kind) {
    case 'number':
    case 'date':
      return { op: 'between', field: name };
    case 'text':
    case 'paragraph':
      return { op: 'contains', field: name, text: '' };
    default:
      return { op: 'in', field: name, values: [] };
  }
}

/** A condition on rows of a set, as it begins. */
export function firstRows(set: string, inner: readonly Condition[] = []): Condition {
  return { op: 'some', set, where: { op: 'all', of: inner } };
}

/** How a field can be asked for. */
export type Way = 'in' | 'between' | 'contains' | 'starts' | 'initials' | 'empty';

/** The ways that a field knows, the usual one first. */
export function waysOf(field: CatalogueField): Way[] {
  const { kind, initials } = field;
  if (isFileField(field)) return ['empty', 'in'];
  const byName: Way[] = initials ? ['contains', 'starts', 'initials'] : ['contains', 'starts'];
  switch (kind) {
    case 'number':
    case 'date':
      return ['between', 'in', 'empty'];
    case 'text':
      return [...byName, 'in', 'empty'];
    case 'paragraph':
      return ['contains', 'starts', 'empty'];
    case 'unit':
      return ['in', 'contains', 'initials', 'empty'];
    default:
      return ['in', 'contains', 'empty'];
  }
}

/** What a way is called at a field. */
export function wayLabel(field: CatalogueField, way: Way): string {
  return (isFileField(field) ? fileLabels[way] : undefined) ?? wayLabels[way];
}

const fileLabels: Partial<Readonly<Record<Way, string>>> = { in: '有', empty: '没有' };

const wayLabels: Readonly<Record<Way, string>> = {
  in: '是',
  between: '范围',
  contains: '包含',
  starts: '开头是',
  initials: '首字母',
  empty: '未填写',
};

/** The condition asked in another way; a text stays. */
export function inAnotherWay(node: Condition, known: CatalogueField, way: Way): Condition {
  const field = known.name;
  if (way === 'in' && isFileField(known)) return { op: way, field, values: allFiles };
  const text = 'text' in node ? node.text : '';
  if (way === 'in') return { op: 'in', field, values: text === '' ? [] : [text] };
  if (way === 'between' || way === 'empty') return { op: way, field };
  return { op: way, field, text: node.op === 'in' ? String(node.values[0] ?? '') : text };
}
