import { useLocation } from '@tanstack/react-router';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The people chosen for an export. They travel with the navigation, because an address must not name people. */
    readonly exportIds?: readonly string[];
  }
}

const nobody: readonly string[] = [];

/** The people that another page chose for the export; empty without such a choice. */
export function useChosenPeople(): readonly string[] {
  return useLocation({ select: ({ state }) => state.exportIds ?? nobody });
}
