import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Has everything on the page read anew: a change of many people shows in lists, figures and records. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries(), [client]);
}
