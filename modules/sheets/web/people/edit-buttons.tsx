import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ChosenPeople } from '#modules/cadres/web';
import { runQueryIds } from '#modules/query';
import type { PeopleFound } from '#modules/query/web';
import { call, useCan, useNotes } from '#platform/web';

/** How many people a request can name. */
const mostNamed = 20_000;

/** 批量修改 in the list of cadres: one field of the people chosen. */
export function EditChosen({ people }: { readonly people: ChosenPeople }) {
  const navigate = useNavigate();
  if (!useCan('cadre:bulk')) return null;
  return (
    <Button onClick={() => void navigate({ to: '/bulk-edit', state: { bulkPeople: people } })}>
      批量修改
    </Button>
  );
}

/** 批量修改 on the query page: one field of the people found or chosen. */
export function EditFound({ people }: { readonly people: PeopleFound }) {
  const navigate = useNavigate();
  const { failed } = useNotes();
  const [busy, setBusy] = useState(false);
  if (!useCan('cadre:bulk')) return null;
  const open = async (): Promise<void> => {
    setBusy(true);
    try {
      const body = { question: people.question, ...(people.asOf === undefined ? {} : { asOf: people.asOf }) };
      const { ids } = await call(runQueryIds, { body });
      await navigate({ to: '/bulk-edit', state: { bulkPeople: { ids, count: ids.length } } });
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      loading={busy}
      disabled={people.count === 0 || people.count > mostNamed}
      onClick={() => void open()}
    >
      批量修改
    </Button>
  );
}
