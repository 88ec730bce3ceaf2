/** What was, what is, and what was taken back. */
export interface UndoHistory<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** What the last change was about; changes of the same thing one after the other are one step. */
  readonly about: string | null;
}

const mostSteps = 200;

export function startHistory<State>(present: State): UndoHistory<State> {
  return { past: [], present, future: [], about: null };
}

/** A new state. With `about` the same as before it replaces the last one: typing a word is one step. */
export function changedTo<State>(
  history: UndoHistory<State>,
  present: State,
  about: string | null = null,
): UndoHistory<State> {
  if (present === history.present) return history;
  if (about !== null && about === history.about) return { ...history, present, future: [] };
  return { past: [...history.past, history.present].slice(-mostSteps), present, future: [], about };
}

export function undone<State>(history: UndoHistory<State>): UndoHistory<State> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present,
    future: [history.present, ...history.future],
    about: null,
  };
}

export function redone<State>(history: UndoHistory<State>): UndoHistory<State> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, about: null };
}
