import { useCallback, useMemo, useState } from 'react';
import { useCan } from '#platform/web';
import type { PeopleScope } from '../../model/contracts.ts';

/** The people chosen in the list. */
export interface Selection {
  readonly count: number;
  /** As operations name them: one by one, or the whole list without those left out. */
  readonly people: PeopleScope;
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** Chooses several at once, or gives them up. */
  readonly set: (ids: readonly string[], on: boolean) => void;
  /** Chooses the whole list, however long it is, without naming anybody. */
  readonly setAll: () => void;
  readonly clear: () => void;
}

interface Marks {
  readonly list: string;
  /** The whole list is chosen: the marks then stand for those left out. */
  readonly whole: boolean;
  readonly marked: ReadonlySet<string>;
}

/** Choosing people is for those who can do something with them: export their forms or accept suggestions. */
export function useChoosable(): boolean {
  const mayExport = useCan('form:export');
  const mayEdit = useCan('cadre:edit');
  return mayExport || mayEdit;
}

/** A selection that outlives paging and ends when another list, of another unit or search, is shown. */
export function useSelection(list: { unit: string | null; find: string }, total: number): Selection {
  const key = JSON.stringify([list.unit, list.find]);
  const [state, setState] = useState<Marks>(() => nobody(key));
  const marks = useMemo(() => (state.list === key ? state : nobody(key)), [state, key]);
  const set = useCallback(
    (ids: readonly string[], on: boolean) => {
      setState((old) => {
        const now = old.list === key ? old : nobody(key);
        const marked = new Set(now.marked);
        for (const id of ids) {
          if (on === now.whole) marked.delete(id);
          else marked.add(id);
        }
        return { ...now, marked };
      });
    },
    [key],
  );
  return useMemo(() => {
    const { whole, marked } = marks;
    const has = (id: string): boolean => marked.has(id) !== whole;
    return {
      count: whole ? Math.max(0, total - marked.size) : marked.size,
      people: whole ? scopeOf(list.unit, marked) : { ids: [...marked] },
      has,
      set,
      toggle: (id) => set([id], !has(id)),
      setAll: () => setState({ list: key, whole: true, marked: new Set() }),
      clear: () => setState(nobody(key)),
    };
  }, [marks, total, list.unit, key, set]);
}

function nobody(list: string): Marks {
  return { list, whole: false, marked: new Set() };
}

function scopeOf(unit: string | null, without: ReadonlySet<string>): PeopleScope {
  return { ...(unit ? { unit } : {}), ...(without.size > 0 ? { except: [...without] } : {}) };
}
