import { useCallback, useMemo, useState } from 'react';

/** The people chosen in the list. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  /** Adds or removes several at once. */
  readonly set: (ids: readonly string[], on: boolean) => void;
  readonly clear: () => void;
}

/** A selection that outlives paging and ends when another list (`scope`) is shown. */
export function useSelection(scope: string): Selection {
  const [state, setState] = useState<{ scope: string; ids: ReadonlySet<string> }>({ scope, ids: new Set() });
  const ids = useMemo(() => (state.scope === scope ? state.ids : new Set<string>()), [state, scope]);
  const set = useCallback(
    (some: readonly string[], on: boolean) => {
      setState((old) => {
        const next = new Set(old.scope === scope ? old.ids : []);
        for (const id of some) {
          if (on) next.add(id);
          else next.delete(id);
        }
        return { scope, ids: next };
      });
    },
    [scope],
  );
  return useMemo(
    () => ({
      ids,
      set,
      toggle: (id) => set([id], !ids.has(id)),
      clear: () => setState({ scope, ids: new Set() }),
    }),
    [ids, set, scope],
  );
}
