import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { NameAndUnitDialog } from '#modules/organization/web';
import { keyOf, useAction } from '#platform/web';
import { countByUnit, createCadre, listCadres } from '../../model/contracts.ts';

/** 新增干部: a name and a unit; the rest is entered on the person's page, which opens. */
export function CreateDialog({ unit, onClose }: { unit: string | null; onClose: () => void }) {
  const action = useAction(createCadre);
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <NameAndUnitDialog
      title="新增干部"
      nameLabel="姓名"
      longestName={36}
      unitLabel="所在机构"
      noUnit="未归属"
      unit={unit}
      onAdd={async (name, place) => {
        const { id } = await action.mutateAsync({ body: { name, unit: place } });
        void queries.invalidateQueries({ queryKey: keyOf(listCadres) });
        void queries.invalidateQueries({ queryKey: keyOf(countByUnit) });
        await navigate({ to: '/cadres/$id', params: { id }, search: { tab: 'sets', view: 'both' } });
      }}
      onClose={onClose}
    />
  );
}
