import type { Condition, Question } from '#engine';
import { grouped } from '../tree/tree-nodes.ts';

/** Is everything that a condition says said of this field? */
function speaksOf(node: Condition, field: string): boolean {
  switch (node.op) {
    case 'in':
    case 'between':
    case 'empty':
      return node.field === field;
    case 'all':
    case 'any':
      return node.of.length > 0 && node.of.every((part) => speaksOf(part, field));
    case 'not':
      return speaksOf(node.of, field);
    default:
      return false;
  }
}

function topParts(question: Question): readonly Condition[] {
  const { where } = question;
  if (where === undefined) return [];
  return where.op === 'all' ? where.of : [where];
}

/** What the whole question says of a field, where it can be taken away by itself; undefined when nothing. */
export function facetNode(question: Question, field: string): Condition | undefined {
  return topParts(question).find((part) => speaksOf(part, field));
}

/** The question without what it says of a field. */
export function withoutFacet(question: Question, field: string): Question {
  const node = facetNode(question, field);
  return withTop(
    question,
    topParts(question).filter((part) => part !== node),
  );
}

/** Is a group of a facet chosen? */
export function isChosen(question: Question, field: string, where: Condition): boolean {
  const parts = partsOf(facetNode(question, field));
  return pieces(where).every((piece) => parts.some((part) => isSame(part, piece)));
}

/** Chooses a group of a facet beside those that are chosen, or gives it up. */
export function toggledFacet(question: Question, field: string, where: Condition): Question {
  const node = facetNode(question, field);
  const parts = partsOf(node);
  const wanted = pieces(where);
  const next = isChosen(question, field, where)
    ? parts.filter((part) => !wanted.some((piece) => isSame(part, piece)))
    : [...parts, ...wanted.filter((piece) => !parts.some((part) => isSame(part, piece)))];
  const own = together(next);
  const top = topParts(question);
  if (node === undefined) return withTop(question, own ? [...top, own] : top);
  return withTop(
    question,
    top.flatMap((part) => (part === node ? (own ?? []) : part)),
  );
}

function withTop(question: Question, of: readonly Condition[]): Question {
  return grouped({ ...question, where: { op: 'all', of } });
}

function partsOf(node: Condition | undefined): Condition[] {
  if (node === undefined) return [];
  return node.op === 'any' ? node.of.flatMap(pieces) : pieces(node);
}

/** A list of values as conditions on one value each. */
function pieces(node: Condition): Condition[] {
  return node.op === 'in' ? node.values.map((value) => ({ ...node, values: [value] })) : [node];
}

/** One condition out of several: values that are compared in the same way stand in one list. */
function together(parts: readonly Condition[]): Condition | undefined {
  const of: Condition[] = [];
  for (const part of parts) {
    const last = of.findIndex((each) => each.op === 'in' && part.op === 'in' && each.exact === part.exact);
    const into = of[last];
    if (part.op === 'in' && into?.op === 'in')
      of[last] = { ...into, values: [...into.values, ...part.values] };
    else of.push(part);
  }
  return of.length > 1 ? { op: 'any', of } : of[0];
}

/** The order of keys and missing values do not matter. */
export function isSame(one: unknown, other: unknown): boolean {
  return plainText(one) === plainText(other);
}

function plainText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Can the server count a facet by itself as if its condition were not there? It can for plain lists of values. */
export function countsByItself(question: Question, field: string): boolean {
  const node = facetNode(question, field);
  return node === undefined || node.op === 'in';
}
