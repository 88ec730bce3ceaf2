import type { Condition, Question } from '#engine';
import { stepsOf, type Step, type TreePath } from './tree-path.ts';

/** A group of conditions: 并且 or 或者. */
export type Group = Extract<Condition, { op: 'all' | 'any' }>;

export function isGroup(node: Condition | undefined): node is Group {
  return node?.op === 'all' || node?.op === 'any';
}

/** The node at a place; undefined when nothing is there. */
export function nodeAt(question: Question, path: TreePath): Condition | undefined {
  return stepsOf(path).reduce<unknown>((value, step) => inner(value, step), question) as
    | Condition
    | undefined;
}

/** The set whose rows the conditions at a place speak of; null where they speak of people. */
export function setAt(question: Question, path: TreePath): string | null {
  let value: unknown = question;
  let set: string | null = null;
  for (const step of stepsOf(path)) {
    const own = inner(value, 'set');
    if (step === 'where' && typeof own === 'string') set = own;
    value = inner(value, step);
  }
  return set;
}

/** The question with another value at a place; undefined takes it away, out of a list too. */
export function withNodeAt(question: Question, path: TreePath, node: Condition | undefined): Question {
  return changed(question, stepsOf(path), node) as Question;
}

function changed(value: unknown, [step, ...rest]: readonly Step[], node: Condition | undefined): unknown {
  if (step === undefined) return node;
  const next = changed(inner(value, step), rest, node);
  if (Array.isArray(value)) {
    const list: unknown[] = value;
    return next === undefined
      ? list.filter((_, index) => index !== step)
      : list.map((each, index) => (index === step ? next : each));
  }
  const copy: Record<string, unknown> = { ...(value as object) };
  if (next === undefined) delete copy[step];
  else copy[step] = next;
  return copy;
}

function inner(value: unknown, step: Step): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<Step, unknown>>)[step];
}

/**
 * The question in the shape that the page edits: the whole condition and what is asked of rows are groups, so that there
 * is always a place to add to. It means the same.
 */
export function grouped(question: Question): Question {
  const { where, ...rest } = question;
  return { ...rest, where: where === undefined ? { op: 'all', of: [] } : asGroup(where) };
}

/** A condition as a group, the ones below in the same shape. */
export function asGroup(node: Condition): Group {
  const inside = shaped(node);
  return isGroup(inside) ? inside : { op: 'all', of: [inside] };
}

function shaped(node: Condition): Condition {
  switch (node.op) {
    case 'all':
    case 'any':
      return { ...node, of: node.of.map(shaped) };
    case 'not':
      return { ...node, of: shaped(node.of) };
    case 'some':
    case 'every':
    case 'none':
    case 'count':
    case 'last':
    case 'first':
      return { ...node, where: rowGroup(node.where) };
    case 'months':
      return { ...node, spans: node.spans.map((span) => ({ ...span, where: rowGroup(span.where) })) };
    default:
      return node;
  }
}

function rowGroup(where: Condition | undefined): Group {
  return where === undefined ? { op: 'all', of: [] } : asGroup(where);
}
