import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call, keyOf, useCall } from '#platform/web';
import { readSession, signOut, type SessionUser } from '../model/contracts.ts';

/** Who is signed in; `forget` is for when the server says that nobody is any more. */
export function useSessionState() {
  const queries = useQueryClient();
  const { data, error, refetch } = useCall(readSession, {}, { freshFor: 300_000 });
  const forget = useCallback(() => {
    queries.setQueryData(keyOf(readSession, {}), { user: null, sampleData: false });
  }, [queries]);
  return { data, error, refetch, forget };
}

/** Remembers who has just signed in; everything that was read for somebody else is dropped. */
export function useSignedIn(): (user: SessionUser) => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    queries.clear();
    await queries.fetchQuery({
      queryKey: keyOf(readSession, {}),
      queryFn: async () => call(readSession, {}),
    });
  };
}

/** Signs out; what was read is dropped and the sign-in page comes. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await call(signOut, {});
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== readSession.id });
    queries.setQueryData(keyOf(readSession, {}), { user: null, sampleData: false });
  };
}
