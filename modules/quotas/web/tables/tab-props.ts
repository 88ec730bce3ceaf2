import { useEffect } from 'react';
import type { Opened } from './names-drawer.tsx';

/** What every part of the page is given. */
export interface TabProps {
  readonly unit: string | undefined;
  readonly asOf: string | undefined;
  /** Opens the names behind a number. */
  readonly onOpen: (opened: Opened) => void;
  /** Tells the day for which the answer was counted. */
  readonly onCounted: (asOf: string) => void;
}

/** The body of a question of the page. */
export function bodyOf({ unit, asOf }: Pick<TabProps, 'unit' | 'asOf'>): { unit?: string; asOf?: string } {
  return { ...(unit ? { unit } : {}), ...(asOf ? { asOf } : {}) };
}

export function useCounted(asOf: string | undefined, onCounted: (asOf: string) => void): void {
  useEffect(() => {
    if (asOf !== undefined) onCounted(asOf);
  }, [asOf, onCounted]);
}
