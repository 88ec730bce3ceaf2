import { Outlet, useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { leaveSession, PasswordDialog, SignInAgain, useSessionState } from '#modules/identity/web';
import { SearchEverything } from '#modules/query/web';
import {
  EmptyState,
  ErrorView,
  Loading,
  SessionProvider,
  Shell,
  useNarrow,
  useNotes,
  useSession,
  type Session,
} from '#platform/web';
import { modules } from './modules.ts';

const places = modules.flatMap((module) => module.places);

/** The frame of all pages that need a signed-in user. */
export function AppFrame() {
  const { data, error, refetch } = useSessionState();
  const session = useMemo<Session | null>(
    () =>
      data?.user
        ? {
            userId: data.user.id,
            displayName: data.user.displayName,
            permissions: new Set(data.user.permissions),
            sampleData: data.sampleData,
            timeZone: data.timeZone,
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
  return <ToSignIn />;
}

/**
 * Goes to the sign-in page, once, and remembers where the user wanted to be. A question in the fragment stays in the
 * fragment: the server must never see it in an address.
 */
function ToSignIn() {
  const navigate = useNavigate();
  const { pathname, searchStr, hash } = useLocation();
  // While the navigation is under way the address is already the new one.
  const [wanted] = useState({ next: `${pathname}${searchStr}`, hash });
  useEffect(() => {
    void navigate({ to: '/login', search: { next: wanted.next }, hash: wanted.hash, replace: true });
  }, [navigate, wanted]);
  return <Loading />;
}

function SignedIn() {
  const router = useRouter();
  const notes = useNotes();
  const { userId, permissions } = useSession();
  const [changing, setChanging] = useState(false);
  const { pathname } = useLocation();
  const barred = places.find(
    ({ path, permissions: asked }) =>
      (pathname === path || pathname.startsWith(`${path}/`)) && !asked.some((each) => permissions.has(each)),
  );
  // The home page has a larger one of its own, and a phone no room for it above the page of one thing.
  const narrow = useNarrow();
  const searches =
    permissions.has('query:run') && pathname !== '/' && !(narrow && pathname.split('/').length > 2);
  const signOut = async (): Promise<void> => {
    // Leaving the page first lets it ask about unsaved edits; the user may stay.
    await router.navigate({ to: '/login' });
    if (router.state.location.pathname !== '/login') return;
    await leaveSession().catch(notes.failed);
  };
  const menu = [
    { key: 'password', label: '修改密码', onSelect: () => setChanging(true) },
    { key: 'sign-out', label: '退出', onSelect: () => void signOut() },
  ];
  return (
    <Shell places={places} menu={menu} search={searches && <SearchEverything />}>
      {barred ? (
        <EmptyState title={`您没有使用“${barred.label}”的权限`} hint="如需使用，请联系系统管理员。" />
      ) : (
        <Outlet />
      )}
      <SignInAgain userId={userId} />
      <PasswordDialog open={changing} onClose={() => setChanging(false)} />
    </Shell>
  );
}
