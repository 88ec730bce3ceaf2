import { useQueryClient } from '@tanstack/react-query';
import { keyOf, useAction } from '#platform/web';
import { createUnit, readUnitsVersion } from '../model/contracts.ts';
import { NameAndUnitDialog } from './name-and-unit-dialog.tsx';

export interface AddUnitDialogProps {
  /** The unit below which the new one is offered a place; null: at the top. */
  readonly parent: string | null;
  readonly onClose: () => void;
}

/** 新增机构: a name and the unit above; it stands behind those already there. */
export function AddUnitDialog({ parent, onClose }: AddUnitDialogProps) {
  const action = useAction(createUnit);
  const queries = useQueryClient();
  return (
    <NameAndUnitDialog
      title="新增机构"
      nameLabel="机构名称"
      longestName={200}
      unitLabel="上级机构"
      noUnit="无（最上级）"
      unit={parent}
      onAdd={async (name, above) => {
        await action.mutateAsync({ body: { name, parent: above } });
        await queries.invalidateQueries({ queryKey: keyOf(readUnitsVersion) });
        onClose();
      }}
      onClose={onClose}
    />
  );
}
