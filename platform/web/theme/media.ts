import { useSyncExternalStore } from 'react';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
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
