import { useMemo } from 'react';
import type { RecordRow } from '#platform/model';
import { call, type SetKeeper } from '#platform/web';
import { useUnits } from '#modules/organization/web';
import { editSet, readCadre } from '../../model/contracts.ts';
import { useRefreshPerson } from '../person/use-refresh-person.ts';

/** The sets of a person, as the server keeps them. */
export function useCadreKeeper(id: string): SetKeeper {
  const refresh = useRefreshPerson(id);
  const { nameOf } = useUnits();
  return useMemo(
    () => ({
      write: (set, version, rows) =>
        call(editSet, { params: { id, set: set.code }, body: { version, rows: [...rows] } }),
      read: async (set) => {
        const now = (await call(readCadre, { params: { id } })).sets[set.code];
        return { version: now?.version ?? 0, rows: (now?.rows ?? []) as readonly RecordRow[] };
      },
      refresh,
      unitName: nameOf,
    }),
    [id, refresh, nameOf],
  );
}
