import { createContext, useContext } from 'react';
import type { Question } from '#engine';
import type { NodeProblems } from '../answer/problems.ts';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';
import type { TreePath } from '../tree/tree-path.ts';

/**
 * What every part of the builder needs. It stays the same while a question is being written, so that a condition is
 * drawn again only when it changes itself; what comes with every answer stands in contexts of its own.
 */
export interface Builder {
  readonly catalogue: PageCatalogue;
  /** The question as it stands when something is done to it. */
  readonly now: () => Question;
  /** Changes the question; typing one thing, named by `about`, is one step of undo. */
  readonly edit: (edit: (question: Question) => Question, about?: string) => void;
  readonly savedName: (id: string) => string | undefined;
  /** Opens the choice of what is added to a group. */
  readonly pick: (group: TreePath) => void;
  readonly drag: (path: TreePath | null) => void;
}

export const BuilderContext = createContext<Builder | null>(null);

/** How many people each node finds by itself. */
export const CountsContext = createContext<ReadonlyMap<TreePath, number>>(new Map());

/** What is wrong with which node. */
export const ProblemsContext = createContext<NodeProblems>(new Map());

/** The node that is being dragged. */
export const DraggedContext = createContext<TreePath | null>(null);

export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error('the builder stands around its parts');
  return builder;
}
