import { useSyncExternalStore } from 'react';
import { z } from 'zod';

/** At most so many people stand side by side. */
export const mostCompared = 6;

// Ids of people never stand in an address; the window remembers them until it is closed.
const key = 'cadre.compare';
const idsSchema = z.array(z.string()).max(mostCompared);
const listeners = new Set<() => void>();
let chosen: readonly string[] | null = null;

function remembered(): readonly string[] {
  try {
    return idsSchema.parse(JSON.parse(sessionStorage.getItem(key) ?? '[]'));
  } catch {
    // Nothing that can be read, or a closed storage: nobody is chosen.
    return [];
  }
}

function current(): readonly string[] {
  chosen ??= remembered();
  return chosen;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says who is compared; the first six of them, each once. */
export function setCompared(ids: readonly string[]): void {
  chosen = [...new Set(ids)].slice(0, mostCompared);
  try {
    sessionStorage.setItem(key, JSON.stringify(chosen));
  } catch {
    // Without storage the choice lasts until the page is loaded anew.
  }
  for (const listener of listeners) listener();
}

export function useCompared(): readonly string[] {
  return useSyncExternalStore(subscribe, current);
}
