import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RecordRow } from '#platform/model';
import { call, type SetKeeper } from '#platform/web';
import { editQuotaSet, editUnitSet, quotaSets, readUnit } from '../../model/unit-contracts.ts';
import { useUnits } from '../use-units.ts';

/** The sets of a unit, as the server keeps them. */
export function useUnitKeeper(id: string): SetKeeper {
  const client = useQueryClient();
  const { nameOf } = useUnits();
  return useMemo(
    () => ({
      write: (set, version, rows) => {
        const input = { params: { id, set: set.code }, body: { version, rows: [...rows] } };
        return quotaSets.includes(set.code) ? call(editQuotaSet, input) : call(editUnitSet, input);
      },
      read: async (set) => {
        const now = (await call(readUnit, { params: { id }, query: {} })).sets[set.code];
        return { version: now?.version ?? 0, rows: (now?.rows ?? []) as readonly RecordRow[] };
      },
      // Names of units and numbers of posts stand on many pages.
      refresh: () => client.invalidateQueries(),
      unitName: nameOf,
    }),
    [id, client, nameOf],
  );
}
