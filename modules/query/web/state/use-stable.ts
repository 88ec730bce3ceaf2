import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * One function for as long as the part is there, which does what the latest one given does: parts that only get handlers
 * need not be drawn again. To be called when something happens, not while drawing.
 */
export function useStable<Args extends readonly unknown[], Result>(
  handler: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
