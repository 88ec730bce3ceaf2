import type { FieldValue } from '#platform/model';

/** What is wrong with a cell. */
export interface CellProblem {
  /** Stable, for instance `bad-date`. */
  readonly code: string;
  /** A Chinese sentence: what, and what to do. */
  readonly reason: string;
}

/** A cell as its field takes it, or why it cannot be taken. */
export type CellReading =
  | { readonly value: FieldValue; readonly written?: string }
  | { readonly problem: CellProblem };

export function wrong(code: string, reason: string): { readonly problem: CellProblem } {
  return { problem: { code, reason } };
}
