import type { Condition } from '#engine';
import type { CatalogueField } from '#platform/model';

/** What stands in the builder when a field has just been picked: not finished, so it asks nothing yet. */
export function firstCondition({ name, kind }: CatalogueField): Condition {
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
export function waysOf({ kind, initials }: CatalogueField): Way[] {
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

export const wayLabels: Readonly<Record<Way, string>> = {
  in: '是',
  between: '范围',
  contains: '包含',
  starts: '开头是',
  initials: '首字母',
  empty: '未填写',
};

/** The condition asked in another way; a text stays. */
export function inAnotherWay(node: Condition, field: string, way: Way): Condition {
  const text = 'text' in node ? node.text : '';
  if (way === 'in') return { op: 'in', field, values: text === '' ? [] : [text] };
  if (way === 'between' || way === 'empty') return { op: way, field };
  return { op: way, field, text: node.op === 'in' ? String(node.values[0] ?? '') : text };
}
