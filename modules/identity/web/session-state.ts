import { useQueryClient } from '@tanstack/react-query';
import { call, keyOf, useCall } from '#platform/web';
import { readSession, signOut } from '../model/contracts.ts';

/** Who is signed in. It is asked once; the end of a session shows when a call is refused. */
export function useSessionState() {
  return useCall(readSession, {}, { freshFor: Number.POSITIVE_INFINITY });
}

/** After signing in: everything that was read before is dropped, and the session is read again. */
export function useSignedIn(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    queries.clear();
    await queries.fetchQuery({
      queryKey: keyOf(readSession, {}),
      queryFn: async () => call(readSession, {}),
    });
  };
}

/** Signs out and loads the program anew, so that nothing of what the user saw stays in memory. */
export async function leaveSession(): Promise<void> {
  await call(signOut, {});
  window.location.assign('/login');
}
