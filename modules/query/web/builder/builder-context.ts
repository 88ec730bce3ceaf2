import { createContext, useContext } from 'react';
import type { Question } from '#engine';
import type { NodeProblems } from '../answer/problems.ts';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';
import type { TreePath } from '../tree/tree-path.ts';

/** What every part of the builder needs. */
export interface Builder {
  readonly catalogue: PageCatalogue;
  readonly question: Question;
  /** Changes the question; typing one thing, named by `about`, is one step of undo. */
  readonly edit: (edit: (question: Question) => Question, about?: string) => void;
  readonly counts: ReadonlyMap<TreePath, number>;
  readonly problems: NodeProblems;
  readonly savedName: (id: string) => string | undefined;
  /** Opens the choice of what is added to a group. */
  readonly pick: (group: TreePath) => void;
  /** The node that is being dragged. */
  readonly dragged: TreePath | null;
  readonly drag: (path: TreePath | null) => void;
}

export const BuilderContext = createContext<Builder | null>(null);

export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error('the builder stands around its parts');
  return builder;
}
