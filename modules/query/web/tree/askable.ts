import type { Condition, Question } from '#engine';
import { childPath, rootPath, type TreePath } from './tree-path.ts';

/** A question that can be asked while it is being written. */
export interface Askable {
  readonly question: Question;
  /** Where each node that is asked stands in the question as it is edited. */
  readonly places: ReadonlyMap<TreePath, TreePath>;
}

/** Leaves out what is not finished, so that the answer follows the parts that are. */
export function askable(question: Question): Askable {
  const places = new Map<TreePath, TreePath>();
  const where = question.where && finished(question.where, rootPath, rootPath, places);
  const { population } = question;
  return { question: { ...(where ? { where } : {}), ...(population ? { population } : {}) }, places };
}

type Places = Map<TreePath, TreePath>;

function finished(node: Condition, from: TreePath, to: TreePath, places: Places): Condition | undefined {
  const done = finishedParts(node, from, to, places);
  if (done) places.set(to, from);
  return done;
}

function finishedParts(node: Condition, from: TreePath, to: TreePath, places: Places): Condition | undefined {
  switch (node.op) {
    case 'all':
    case 'any': {
      const of: Condition[] = [];
      for (const [index, part] of node.of.entries()) {
        const done = finished(part, childPath(from, index), childPath(to, of.length), places);
        if (done) of.push(done);
      }
      return of.length === 0 ? undefined : { ...node, of };
    }
    case 'not': {
      const of = finished(node.of, `${from}.of`, `${to}.of`, places);
      return of && { ...node, of };
    }
    case 'some':
    case 'every':
    case 'none':
    case 'count': {
      if (node.op === 'count' && node.atLeast === undefined && node.atMost === undefined) return undefined;
      const { where, ...rest } = node;
      const done = where && finished(where, `${from}.where`, `${to}.where`, places);
      return done ? { ...rest, where: done } : rest;
    }
    case 'last':
    case 'first': {
      const where = finished(node.where, `${from}.where`, `${to}.where`, places);
      return where && { ...node, where };
    }
    case 'months': {
      if (node.atLeast === undefined && node.atMost === undefined) return undefined;
      const spans = node.spans.map(({ set, where }, index) => {
        const done =
          where && finished(where, `${from}.spans[${index}].where`, `${to}.spans[${index}].where`, places);
        return done ? { set, where: done } : { set };
      });
      return spans.length === 0 ? undefined : { ...node, spans };
    }
    default:
      return isFinished(node) ? node : undefined;
  }
}

/** Has a condition on a field everything that it needs? */
export function isFinished(node: Condition): boolean {
  switch (node.op) {
    case 'in':
      return node.values.length > 0;
    case 'between':
      return node.from !== undefined || node.to !== undefined;
    case 'contains':
    case 'starts':
    case 'initials':
      return node.text.trim() !== '';
    default:
      return true;
  }
}
