import { useEffect, useState, type RefObject } from 'react';

/** The rows that have to be drawn: those in sight and some above and below. `to` is not included. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
}

const spare = 8;

/** Which rows of equal height are in sight of a scrolling element. */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number, height: number): RowWindow {
  const [seen, setSeen] = useState({ top: 0, size: 800 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = (): void => {
      // Without a layout (tests) every element is 0 high: some rows are drawn all the same.
      const size = element.clientHeight || 800;
      const top = element.scrollTop;
      setSeen((old) => (old.top === top && old.size === size ? old : { top, size }));
    };
    element.addEventListener('scroll', measure, { passive: true });
    // It also reports the size once when it begins to watch.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [scroller]);
  const first = Math.max(0, Math.floor(seen.top / height) - spare);
  return {
    from: Math.min(first, count),
    to: Math.min(count, Math.ceil((seen.top + seen.size) / height) + spare),
  };
}

/** Scrolls so that a row is in sight. */
export function scrollToRow(scroller: HTMLElement | null, row: number, height: number): void {
  if (!scroller) return;
  const top = row * height;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + height > scroller.scrollTop + scroller.clientHeight) {
    scroller.scrollTop = top + height - scroller.clientHeight;
  }
}
