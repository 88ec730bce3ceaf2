import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** How far something was scrolled, by entry in the history and name; it lasts as long as the page is not loaded anew. */
const kept = new Map<string, number>();

/**
 * Keeps how far the part that scrolls around an element, or else the window, was scrolled with the entry in the history: who goes on to another
 * page and comes back finds the same place. The result is the element's `ref`. Where what is shown comes later, it waits
 * until there is room to scroll or the user scrolls.
 */
export function useKeptScroll(name: string): (element: HTMLElement | null) => (() => void) | undefined {
  const { history } = useRouter();
  return useCallback(
    (element) => {
      if (!element) return undefined;
      const around = scrollerOf(element);
      const scroller = around ?? document.documentElement;
      const key = (): string => `${history.location.state.__TSR_key ?? ''} ${name}`;
      let wanted = kept.get(key()) ?? 0;
      const restore = (): void => {
        if (wanted === 0) return;
        scroller.scrollTop = wanted;
        if (scroller.scrollTop >= wanted - 1) wanted = 0;
      };
      const keep = (): void => {
        if (wanted === 0) kept.set(key(), scroller.scrollTop);
      };
      const leaveIt = (): void => {
        wanted = 0;
      };
      const observer = new ResizeObserver(restore);
      observer.observe(element);
      restore();
      // The entry of a page that changes what it shows in its place is another one.
      const forget = history.subscribe(({ action }: { action: { type: string } }) => {
        if (action.type === 'REPLACE') keep();
      });
      const ended = new AbortController();
      const listening = { passive: true, signal: ended.signal };
      const heard = around ?? document;
      heard.addEventListener('scroll', keep, listening);
      for (const act of ['wheel', 'pointerdown', 'keydown']) heard.addEventListener(act, leaveIt, listening);
      return () => {
        observer.disconnect();
        forget();
        ended.abort();
      };
    },
    [history, name],
  );
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let each = element.parentElement; each; each = each.parentElement)
    if (/auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  return null;
}
