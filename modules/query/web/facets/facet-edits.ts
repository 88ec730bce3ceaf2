import type { Condition, Question } from '#engine';
import { grouped } from '../tree/tree-nodes.ts';

/** A field whose values are counted, and the conditions of its bands where it has any. */
export interface Facet {
  readonly field: string;
  readonly groups: readonly Condition[];
}

/**
 * Does a condition choose groups of a facet? Lists of values do, ranges only where they are a band: a range that was
 * written by hand is a condition of its own, within which the bands are counted.
 */
function choosesFrom(node: Condition, facet: Facet): boolean {
  switch (node.op) {
    case 'in':
    case 'empty':
      return node.field === facet.field;
    case 'any':
      return node.of.length > 0 && node.of.every((part) => choosesFrom(part, facet));
    default:
      return facet.groups.some((group) => isSame(group, node));
  }
}

function topParts(question: Question): readonly Condition[] {
  const { where } = question;
  if (where === undefined) return [];
  return where.op === 'all' ? where.of : [where];
}

/** The condition that chooses groups of a facet; undefined when there is none. */
export function facetNode(question: Question, facet: Facet): Condition | undefined {
  return topParts(question).find((part) => choosesFrom(part, facet));
}

/** The question without what is chosen of a facet. */
export function withoutFacet(question: Question, facet: Facet): Question {
  const node = facetNode(question, facet);
  return withTop(
    question,
    topParts(question).filter((part) => part !== node),
  );
}

/** Is a group of a facet chosen? */
export function isChosen(question: Question, facet: Facet, where: Condition): boolean {
  return choosesGroup(facetNode(question, facet), where);
}

/** Does the condition that chooses from a facet, if there is one, choose a group? */
export function choosesGroup(node: Condition | undefined, where: Condition): boolean {
  const parts = partsOf(node);
  return pieces(where).every((piece) => parts.some((part) => isSame(part, piece)));
}

/** Chooses a group of a facet beside those that are chosen, or gives it up. */
export function toggledFacet(question: Question, facet: Facet, where: Condition): Question {
  const node = facetNode(question, facet);
  const parts = partsOf(node);
  const wanted = pieces(where);
  const next = isChosen(question, facet, where)
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
export function countsByItself(question: Question, facet: Facet): boolean {
  const node = facetNode(question, facet);
  return node === undefined || node.op === 'in';
}
