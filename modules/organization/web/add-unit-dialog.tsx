import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { keyOf, messageOf, useAction } from '#platform/web';
import { createUnit, listUnits } from '../model/contracts.ts';
import { UnitSelect } from './unit-select.tsx';

export interface AddUnitDialogProps {
  /** The unit below which the new one is offered a place; null: at the top. */
  readonly parent: string | null;
  readonly onClose: () => void;
}

/** 新增机构: a name and the unit above; it stands behind those already there. */
export function AddUnitDialog({ parent, onClose }: AddUnitDialogProps) {
  const [name, setName] = useState('');
  const [above, setAbove] = useState(parent);
  const action = useAction(createUnit);
  const queries = useQueryClient();
  const add = async (): Promise<void> => {
    await action.mutateAsync({ body: { name: name.trim(), parent: above } });
    await queries.invalidateQueries({ queryKey: keyOf(listUnits) });
    onClose();
  };
  return (
    <Modal
      open
      title="新增机构"
      okText="新增"
      okButtonProps={{ disabled: name.trim() === '' }}
      confirmLoading={action.isPending}
      onCancel={onClose}
      // What went wrong stands in the dialog.
      onOk={() => add().catch(() => undefined)}
      width={420}
    >
      <div className="dialog-form">
        <label htmlFor="unit-name">机构名称</label>
        <Input
          id="unit-name"
          value={name}
          autoFocus
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => {
            if (name.trim() !== '' && !action.isPending) add().catch(() => undefined);
          }}
        />
        <label htmlFor="unit-parent">上级机构</label>
        <UnitSelect id="unit-parent" value={above} onChange={setAbove} placeholder="无（最上级）" />
        {action.error && (
          <p className="warn-text" role="alert">
            {messageOf(action.error)}
          </p>
        )}
      </div>
    </Modal>
  );
}
