import { useSyncExternalStore } from 'react';

// What is looked for is a name or an ID number: it lives in memory and never in an address or in storage.
let wanted = '';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sets what the list of people is searched for; an empty text ends the search. */
export function setFind(text: string): void {
  wanted = text.trim();
  for (const listener of listeners) listener();
}

export function useFind(): string {
  return useSyncExternalStore(subscribe, () => wanted);
}
