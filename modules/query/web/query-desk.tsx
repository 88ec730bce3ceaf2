import { useCallback, useState } from 'react';
import type { PageCatalogue } from './catalogue/page-catalogue.ts';
import { Desk } from './desk/desk.tsx';
import type { PeopleAction } from './people-action.ts';
import { StoredQuestion } from './saved/stored-question.tsx';
import type { SavedItem } from './saved/use-saved.ts';
import type { Asked } from './state/fragment.ts';
import { useAsked } from './state/use-asked.ts';
import { grouped } from './tree/tree-nodes.ts';

export interface QueryDeskProps {
  readonly catalogue: PageCatalogue;
  readonly actions: readonly PeopleAction[];
}

/** The page with what may be asked for at hand; what the address names among the saved is opened first. */
export function QueryDesk({ catalogue, actions }: QueryDeskProps) {
  const state = useAsked();
  const { storedId, change, forgetStored } = state;
  const [opened, setOpened] = useState<SavedItem | null>(null);
  const open = useCallback(
    (next: Asked, item: SavedItem | null) => {
      setOpened(item?.kind === 'question' ? item : null);
      const plain = { asOf: undefined, columns: undefined, sort: undefined };
      change({ ...plain, ...next, question: grouped(next.question) });
      forgetStored();
    },
    [change, forgetStored],
  );
  if (storedId !== null) return <StoredQuestion id={storedId} onOpen={open} onForget={forgetStored} />;
  return (
    <Desk
      catalogue={catalogue}
      actions={actions}
      state={state}
      opened={opened}
      onOpened={setOpened}
      onOpen={open}
    />
  );
}
