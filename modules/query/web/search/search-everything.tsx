import { lazy, Suspense } from 'react';

const Box = lazy(async () => ({ default: (await import('./search-box.tsx')).SearchBox }));

/** The search box of the page's head; it is loaded after the first screen. */
export function SearchEverything() {
  return (
    <Suspense fallback={<div className="shell-search" />}>
      <Box />
    </Suspense>
  );
}
