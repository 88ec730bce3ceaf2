import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(`cadre.${key}`);
  } catch {
    // Storage may be closed to us: then the choice lasts as long as the default.
    return null;
  }
}

/** A choice of how things look that this browser remembers. Never for personal data. */
export function useRemembered(key: string, byDefault: string): readonly [string, (value: string) => void] {
  const value = useSyncExternalStore(subscribe, () => read(key)) ?? byDefault;
  const remember = useCallback(
    (next: string): void => {
      try {
        localStorage.setItem(`cadre.${key}`, next);
      } catch {
        return;
      }
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [value, remember];
}
