import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { PeopleFound } from '#modules/query/web';
import { useCan } from '#platform/web';
import { peopleBody } from './people-body.ts';

const Dialog = lazy(async () => ({ default: (await import('../dialogs/tag-dialog.tsx')).TagDialog }));

/** 加标签 for the people found or chosen. */
export function TagFound({ people }: { readonly people: PeopleFound }) {
  const [open, setOpen] = useState(false);
  if (!useCan('cadre:bulk')) return null;
  return (
    <>
      <Button disabled={people.count === 0} onClick={() => setOpen(true)}>
        加标签
      </Button>
      {open && (
        <Suspense fallback={null}>
          <Dialog people={peopleBody(people)} count={people.count} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
