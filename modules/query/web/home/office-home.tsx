import { lazy, Suspense } from 'react';
import { Loading } from '#platform/web';

const Page = lazy(async () => ({ default: (await import('./office-home-page.tsx')).OfficeHomePage }));

/** The home page of those who may ask questions. */
export function OfficeHome() {
  return (
    <Suspense fallback={<Loading />}>
      <Page />
    </Suspense>
  );
}
