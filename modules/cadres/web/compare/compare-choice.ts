import { useNavigate } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useCan } from '#platform/web';
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

/** Opens the comparison with these people added to those chosen before; null for those who may not compare. */
export function useCompareWith(): ((ids: readonly string[]) => void) | null {
  const allowed = useCan('query:run');
  const navigate = useNavigate();
  if (!allowed) return null;
  return (ids) => {
    // The new ones come in even where six were chosen before.
    const kept = current().filter((id) => !ids.includes(id));
    setCompared([...kept.slice(0, Math.max(0, mostCompared - ids.length)), ...ids]);
    void navigate({ to: '/compare' });
  };
}
