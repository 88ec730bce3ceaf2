import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { OperationOutput } from '#platform/model';
import { keyOf, useCall } from '#platform/web';
import { listRecentQueries, listSavedQueries } from '../../model/saved-contracts.ts';

export type SavedItem = OperationOutput<typeof listSavedQueries>['items'][number];

const none: readonly SavedItem[] = [];

/** The saved questions and lists of the user, and those that others share. */
export function useSaved(): { readonly items: readonly SavedItem[]; readonly error: Error | null } {
  const { data, error } = useCall(listSavedQueries, {}, { freshFor: 30_000 });
  return { items: data?.items ?? none, error };
}

/** Has the lists of saved and recent questions read anew. */
export function useRefreshSaved(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    void client.invalidateQueries({ queryKey: keyOf(listSavedQueries) });
    void client.invalidateQueries({ queryKey: keyOf(listRecentQueries) });
  }, [client]);
}
