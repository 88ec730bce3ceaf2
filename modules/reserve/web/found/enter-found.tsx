import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { PeopleFound } from '#modules/query/web';
import { useCan } from '#platform/web';
import { peopleBody } from './people-body.ts';

const Dialog = lazy(async () => ({ default: (await import('../dialogs/enter-dialog.tsx')).EnterDialog }));

/** 入后备库: the people found or chosen on the query page enter a pool. */
export function EnterFound({ people }: { readonly people: PeopleFound }) {
  const [open, setOpen] = useState(false);
  if (!useCan('reserve:edit')) return null;
  return (
    <>
      <Button disabled={people.count === 0} onClick={() => setOpen(true)}>
        入后备库
      </Button>
      {open && (
        <Suspense fallback={null}>
          <Dialog
            people={peopleBody(people)}
            count={people.count}
            method="3"
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
