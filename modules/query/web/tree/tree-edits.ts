import type { Condition, Question } from '#engine';
import { isGroup, nodeAt, setAt, withNodeAt, type Group } from './tree-nodes.ts';
import { childPath, isWithin, placeInGroup, rootPath, stepsOf, pathOf, type TreePath } from './tree-path.ts';

/** Puts a node into a group, at the end when no place is given. */
export function inserted(
  question: Question,
  group: TreePath,
  node: Condition,
  index = Number.POSITIVE_INFINITY,
): Question {
  const into = nodeAt(question, group);
  if (!isGroup(into)) return question;
  const of = [...into.of];
  of.splice(Math.min(index, of.length), 0, node);
  return withNodeAt(question, group, { ...into, of });
}

/**
 * Takes a node away. A negation goes with what it denied; the whole condition and the conditions on rows become empty
 * groups, because something may be put there again.
 */
export function removed(question: Question, path: TreePath): Question {
  if (path === rootPath || path.endsWith('.where')) return withNodeAt(question, path, { op: 'all', of: [] });
  if (placeInGroup(path)) return withNodeAt(question, path, undefined);
  const above = pathOf(stepsOf(path).slice(0, -1));
  return nodeAt(question, above)?.op === 'not' ? removed(question, above) : question;
}

/** Puts the same node below itself once more. */
export function duplicated(question: Question, path: TreePath): Question {
  const outer = outermost(question, path);
  const place = placeInGroup(outer);
  const node = nodeAt(question, outer);
  return place && node ? inserted(question, place.group, node, place.index + 1) : question;
}

/** 不满足: denies a node, or takes its negation back. */
export function negated(question: Question, path: TreePath): Question {
  const node = nodeAt(question, path);
  if (!node) return question;
  return withNodeAt(question, path, node.op === 'not' ? node.of : { op: 'not', of: node });
}

/** Puts a group around a node. */
export function wrapped(question: Question, path: TreePath, op: Group['op']): Question {
  const node = nodeAt(question, path);
  return node ? withNodeAt(question, path, { op, of: [node] }) : question;
}

/** Takes a group away and leaves what was in it where it stood. */
export function unwrapped(question: Question, path: TreePath): Question {
  const place = placeInGroup(path);
  const node = nodeAt(question, path);
  if (!place || !isGroup(node)) return question;
  return node.of.reduce<Question>(
    (sum, each, offset) => inserted(sum, place.group, each, place.index + offset),
    withNodeAt(question, path, undefined),
  );
}

/** The topmost negation above a node: it is moved and copied with it. */
export function outermost(question: Question, path: TreePath): TreePath {
  const above = pathOf(stepsOf(path).slice(0, -1));
  return path.endsWith('.of') && nodeAt(question, above)?.op === 'not' ? outermost(question, above) : path;
}

/** A group never goes into itself, and conditions on rows stay with rows of their set. */
export function canMove(question: Question, from: TreePath, group: TreePath): boolean {
  if (!placeInGroup(from) || isWithin(group, from)) return false;
  return isGroup(nodeAt(question, group)) && setAt(question, from) === setAt(question, group);
}

/** Moves a node to a place in a group, counted before it is taken away; answers also where it stands then. */
export function moved(
  question: Question,
  from: TreePath,
  group: TreePath,
  index: number,
): { readonly question: Question; readonly path: TreePath } {
  const node = nodeAt(question, from);
  const source = placeInGroup(from);
  if (!node || !source || !canMove(question, from, group)) return { question, path: from };
  const target = source.group === group && source.index < index ? index - 1 : index;
  const intoGroup = withoutSource(group, source);
  const next = inserted(withNodeAt(question, from, undefined), intoGroup, node, target);
  return { question: next, path: childPath(intoGroup, target) };
}

/** The group's own place may shift when what stood before it in the same list is gone. */
function withoutSource(group: TreePath, source: { group: TreePath; index: number }): TreePath {
  const before = `${source.group}.of[`;
  if (!group.startsWith(before)) return group;
  const [, index = '', rest = ''] = /^(\d+)\](.*)$/.exec(group.slice(before.length)) ?? [];
  return Number(index) > source.index ? `${before}${Number(index) - 1}]${rest}` : group;
}

/** Where one step up or down leads: past a neighbour, into a neighbouring group, or out of the own group. */
export function steppedPlace(
  question: Question,
  from: TreePath,
  by: -1 | 1,
): { readonly group: TreePath; readonly index: number } | null {
  const place = placeInGroup(from);
  const group = place ? nodeAt(question, place.group) : undefined;
  if (!place || !isGroup(group)) return null;
  const target = place.index + by;
  const neighbour = group.of[target];
  if (isGroup(neighbour))
    return { group: childPath(place.group, target), index: by === 1 ? 0 : neighbour.of.length };
  if (neighbour) return { group: place.group, index: by === 1 ? target + 1 : target };
  const around = placeInGroup(outermost(question, place.group));
  if (!around || setAt(question, around.group) !== setAt(question, from)) return null;
  return { group: around.group, index: by === 1 ? around.index + 1 : around.index };
}
