/** The place of a node in a question, as the server names it: `where.of[1].where`. */
export type TreePath = string;

/** The place of the whole condition. */
export const rootPath: TreePath = 'where';

export type Step = string | number;

/** `where.of[1]` as steps: where, of, 1. */
export function stepsOf(path: TreePath): Step[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index));
}

export function pathOf(steps: readonly Step[]): TreePath {
  return steps
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
}

/** The place of a child in a group. */
export function childPath(group: TreePath, index: number): TreePath {
  return `${group}.of[${index}]`;
}

/** The group that a node stands in and its place there; null for what is no child of a group. */
export function placeInGroup(path: TreePath): { readonly group: TreePath; readonly index: number } | null {
  const match = /^(.*)\.of\[(\d+)\]$/.exec(path);
  return match?.[1] === undefined ? null : { group: match[1], index: Number(match[2]) };
}

/** Is `path` this node or something below it? */
export function isWithin(path: TreePath, node: TreePath): boolean {
  return path === node || path.startsWith(`${node}.`) || path.startsWith(`${node}[`);
}
