import { useLocation } from '@tanstack/react-router';
import type { PeopleScope } from '#modules/cadres';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Whom to export, and how many. It travels with the navigation, because an address must not name people. */
    readonly exportPeople?: ChosenPeople;
  }
}

/** People that another page chose for an export. */
export interface ChosenPeople extends PeopleScope {
  readonly count: number;
}

/** The people that another page chose for the export, or null. */
export function useChosenPeople(): ChosenPeople | null {
  return useLocation({ select: ({ state }) => state.exportPeople ?? null });
}

/** Are they a part of a list, not a whole one that has a name of its own? */
export function isPart({ ids, except }: ChosenPeople): boolean {
  return ids !== undefined || except !== undefined;
}
