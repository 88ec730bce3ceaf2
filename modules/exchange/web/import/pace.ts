import { useEffect, useRef, useState } from 'react';

/** What was done when it was first seen, and when that was, in milliseconds. */
export interface Sighting {
  readonly done: number;
  readonly at: number;
}

/**
 * When the work would have begun if it had always gone at the pace seen since `first`. A page opened in the middle of
 * the work does not know its true beginning, and the time before (the upload, the wait for the operator) is no work.
 */
export function seemingStart(first: Sighting, now: Sighting): number {
  const gained = now.done - first.done;
  return gained > 0 ? now.at - ((now.at - first.at) * now.done) / gained : now.at;
}

/** The seeming beginning of a phase of work as an ISO instant, from what this page has seen of it. */
export function usePace(phase: string, done: number): string {
  const seen = useRef<{ readonly phase: string; readonly first: Sighting } | null>(null);
  const [startedAt, setStartedAt] = useState(() => new Date().toISOString());
  useEffect(() => {
    const now = { done, at: Date.now() };
    if (seen.current?.phase !== phase || done < seen.current.first.done) seen.current = { phase, first: now };
    setStartedAt(new Date(seemingStart(seen.current.first, now)).toISOString());
  }, [phase, done]);
  return startedAt;
}
