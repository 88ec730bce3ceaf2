import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { PeopleFound } from '#modules/query/web';
import { useCan } from '#platform/web';

const RosterDialog = lazy(async () => ({ default: (await import('./roster-dialog.tsx')).RosterDialog }));

/** 生成名册 on the query page: the people found or chosen as a roster, in a book's layout or with the columns of the list. */
export function RosterFromQuestion({ people }: { readonly people: PeopleFound }) {
  const [open, setOpen] = useState(false);
  const mayRead = useCan('roster:read');
  const mayExport = useCan('roster:export');
  if (!mayRead || !mayExport) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>生成名册</Button>
      {open && (
        <Suspense fallback={null}>
          <RosterDialog people={people} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
