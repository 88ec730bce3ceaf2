import { useState } from 'react';
import { ErrorView, Loading, useCall } from '#platform/web';
import type { UnitPartProps } from '#modules/organization/web';
import { readTeam } from '../../model/contracts.ts';
import '../page/quotas.css';
import { NamesDrawer, type Opened } from '../tables/names-drawer.tsx';
import { NumberChips } from './number-chips.tsx';

/** 职数配备 of one unit above its approved numbers. */
export function NumbersPart({ unit, asOf }: UnitPartProps) {
  const { data, error, refetch } = useCall(readTeam, { body: { unit: unit.id, ...(asOf ? { asOf } : {}) } });
  const [opened, setOpened] = useState<Opened | null>(null);
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <NumberChips lines={data.lines} unitName={unit.name} onOpen={setOpened} />
      <NamesDrawer opened={opened} asOf={asOf ?? undefined} onClose={() => setOpened(null)} />
    </>
  );
}
