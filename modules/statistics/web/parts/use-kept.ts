import { useLocation, useNavigate } from '@tanstack/react-router';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What a page of 统计 showed, by name. Not in the address: what is counted may name people. */
    readonly statistics?: Readonly<Record<string, unknown>>;
  }
}

/**
 * A part of what a page shows that is kept with its entry in the history: who goes on to somebody's form and comes back
 * finds it as it was. The value is plain data.
 */
export function useKept<T>(name: string, first: T): [T, (next: T) => void] {
  const kept = useLocation({ select: ({ state }) => state.statistics });
  const navigate = useNavigate();
  const value = kept !== undefined && name in kept ? (kept[name] as T) : first;
  return [
    value,
    (next) =>
      void navigate({
        to: '.',
        search: true,
        replace: true,
        state: (old) => ({ ...old, statistics: { ...old.statistics, [name]: next } }),
      }),
  ];
}
