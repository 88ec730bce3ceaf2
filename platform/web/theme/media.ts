import { useCallback, useSyncExternalStore } from 'react';

const lists = new Map<string, MediaQueryList>();

/** One list a query: making one takes a noticeable part of the time in which a page is drawn again. */
function listOf(query: string): MediaQueryList {
  const known = lists.get(query);
  if (known) return known;
  const made = window.matchMedia(query);
  lists.set(query, made);
  return made;
}

function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = listOf(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => listOf(query).matches);
}

/** Fingers instead of a mouse: targets grow to 48 pixels. */
export function useCoarsePointer(): boolean {
  return useMedia('(pointer: coarse)');
}

/** The user asked the system for less motion. */
export function useReducedMotion(): boolean {
  return useMedia('(prefers-reduced-motion: reduce)');
}

/** A phone, or a window as narrow as one. */
export function useNarrow(): boolean {
  return useMedia('(max-width: 767px)');
}

/** Room for the form and the information sets side by side. */
export function useWide(): boolean {
  return useMedia('(min-width: 1200px)');
}
