import { CadreError } from '#platform/model';
import type { TreePath } from '../tree/tree-path.ts';

/** What speaks against nodes of a question, by their places as they are edited. */
export type NodeProblems = ReadonlyMap<TreePath, readonly string[]>;

/** The reasons in a refusal, each at the node that it is about; `''` for those about the whole. */
export function problemsOf(error: unknown, places: ReadonlyMap<TreePath, TreePath>): NodeProblems {
  const found = new Map<TreePath, string[]>();
  if (!(error instanceof CadreError)) return found;
  const { problems } = error.details;
  if (!Array.isArray(problems)) return found;
  for (const problem of problems as readonly { readonly path?: unknown; readonly reason?: unknown }[]) {
    if (typeof problem.reason !== 'string') continue;
    const path = nodeOf(
      (typeof problem.path === 'string' ? problem.path : '').replace(/^question\./, ''),
      places,
    );
    found.set(path, [...(found.get(path) ?? []), problem.reason]);
  }
  return found;
}

/** The innermost node that a place such as `where.of[1].values[0]` lies in. */
function nodeOf(path: string, places: ReadonlyMap<TreePath, TreePath>): TreePath {
  for (let at = path; at !== ''; at = at.replace(/(\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, '')) {
    const place = places.get(at);
    if (place !== undefined) return place;
  }
  return '';
}
