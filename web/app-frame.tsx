import { useQueryClient } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useFindCadres } from '#modules/cadres/web';
import { PasswordDialog, useSessionState, useSignOut } from '#modules/identity/web';
import {
  ErrorView,
  Loading,
  SessionProvider,
  Shell,
  signInNeededEvent,
  useNarrow,
  type Session,
} from '#platform/web';
import { modules } from './modules.ts';

const places = modules.flatMap((module) => module.places);

/** The frame of all pages that need a signed-in user. */
export function AppFrame() {
  const { data, error, refetch, forget } = useSessionState();
  const location = useLocation();
  useEffect(() => {
    window.addEventListener(signInNeededEvent, forget);
    return () => window.removeEventListener(signInNeededEvent, forget);
  }, [forget]);
  const session = useMemo<Session | null>(
    () =>
      data?.user
        ? {
            userId: data.user.id,
            displayName: data.user.displayName,
            permissions: new Set(data.user.permissions),
            sampleData: data.sampleData,
          }
        : null,
    [data],
  );
  if (session) {
    return (
      <SessionProvider session={session}>
        <SignedIn />
      </SessionProvider>
    );
  }
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <Navigate to="/login" search={{ next: location.href }} replace />;
}

function SignedIn() {
  const queries = useQueryClient();
  const signOut = useSignOut();
  const find = useFindCadres();
  const [changing, setChanging] = useState(false);
  const { pathname } = useLocation();
  // A phone has no room for it above the page of one thing.
  const crowded = useNarrow() && pathname.split('/').length > 2;
  const menu = [
    { key: 'password', label: '修改密码', onSelect: () => setChanging(true) },
    { key: 'sign-out', label: '退出', onSelect: () => void signOut().then(() => queries.clear()) },
  ];
  return (
    <Shell places={places} menu={menu} {...(find && !crowded ? { onFind: find } : {})}>
      <Outlet />
      <PasswordDialog open={changing} onClose={() => setChanging(false)} />
    </Shell>
  );
}
