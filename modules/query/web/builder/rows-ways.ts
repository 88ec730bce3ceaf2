import type { Condition } from '#engine';

export type RowsNode = Extract<
  Condition,
  { op: 'some' | 'every' | 'none' | 'count' | 'last' | 'first' | 'months' }
>;
export type RowsWay = RowsNode['op'];

/** How rows can be asked for; months only where rows last from one date to another. */
export function rowsWays(counter: string, lasts: boolean): { value: RowsWay; label: string }[] {
  return [
    { value: 'some', label: '有' },
    { value: 'none', label: '没有' },
    { value: 'every', label: `每${counter}都` },
    { value: 'count', label: `有几${counter}` },
    { value: 'last', label: `最近几${counter}` },
    { value: 'first', label: `最早几${counter}` },
    ...(lasts ? [{ value: 'months' as const, label: '累计时间' }] : []),
  ];
}

/** The same rows asked for in another way. */
export function rowsInAnotherWay(node: RowsNode, op: RowsWay): RowsNode {
  const set = node.op === 'months' ? (node.spans[0]?.set ?? '') : node.set;
  const where = (node.op === 'months' ? node.spans[0]?.where : node.where) ?? { op: 'all' as const, of: [] };
  switch (op) {
    case 'months':
      return { op, spans: [{ set, where }], atLeast: 24 };
    case 'last':
    case 'first':
      return { op, set, n: op === 'last' && node.op === 'first' ? node.n : 3, where };
    case 'count':
      return { op, set, where, atLeast: 2 };
    default:
      return { op, set, where };
  }
}

/** The condition with other numbers; one that is not given is left out. */
export function withNumbers<Node extends RowsNode>(
  node: Node,
  numbers: { readonly atLeast?: number | null; readonly atMost?: number | null },
): Node {
  const next: Record<string, unknown> = { ...node };
  for (const [key, value] of Object.entries(numbers)) {
    if (value === null) delete next[key];
    else next[key] = value;
  }
  return next as Node;
}
