import { useMemo } from 'react';
import { listChanges } from '#modules/cadres';
import { useCall, useCan } from '#platform/web';

/** The changes that were taken back. Known of recent changes, and to those who may read the history. */
export function useUndone(): ReadonlySet<string> {
  const { data } = useCall(listChanges, {}, { enabled: useCan('journal:read') });
  return useMemo(
    () => new Set(data?.changes.flatMap(({ id, undoneBy }) => (undoneBy === null ? [] : [id]))),
    [data],
  );
}
