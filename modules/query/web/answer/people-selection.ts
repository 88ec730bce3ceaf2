import { useCallback, useMemo, useState } from 'react';

/** People chosen in the result; they stay chosen while the question changes. */
export interface PeopleSelection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly addAll: (ids: readonly string[]) => void;
  readonly clear: () => void;
}

export function usePeopleSelection(): PeopleSelection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((id: string) => {
    setIds((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const addAll = useCallback((more: readonly string[]) => setIds((old) => old.union(new Set(more))), []);
  const clear = useCallback(() => setIds(new Set()), []);
  return useMemo(() => ({ ids, toggle, addAll, clear }), [ids, toggle, addAll, clear]);
}
