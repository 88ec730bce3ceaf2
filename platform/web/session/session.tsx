import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { clockIn, type Clock, type Permission } from '#platform/model';

/** Who works here, as far as pages need to know. */
export interface Session {
  readonly userId: string;
  readonly displayName: string;
  readonly permissions: ReadonlySet<string>;
  /** The people are invented: a banner says so. */
  readonly sampleData: boolean;
  /** Where the office's clocks are set. */
  readonly timeZone: string;
}

const nobody: Session = {
  userId: '',
  displayName: '',
  permissions: new Set(),
  sampleData: false,
  timeZone: 'Asia/Shanghai',
};

const SessionContext = createContext<Session>(nobody);

/** Gives the session to everything inside. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  return useContext(SessionContext);
}

/** The clock of the office: the device may be set to another zone. */
export function useOfficeClock(): Clock {
  const { timeZone } = useSession();
  return useMemo(() => clockIn(timeZone), [timeZone]);
}

/** May the user do this? Only for showing: the server decides. */
export function useCan(permission: Permission): boolean {
  return useSession().permissions.has(permission);
}
