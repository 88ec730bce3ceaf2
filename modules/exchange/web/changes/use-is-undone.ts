import { listChanges } from '#modules/cadres';
import { useCall, useCan } from '#platform/web';

/** Was the change taken back? Known of recent changes, and to those who may read the history. */
export function useIsUndone(change: string | null): boolean {
  const { data } = useCall(listChanges, {}, { enabled: useCan('journal:read') && change !== null });
  return data?.changes.some(({ id, undoneBy }) => id === change && undoneBy !== null) ?? false;
}
