import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { UnitSelect } from '#modules/organization/web';
import { keyOf, messageOf, useAction } from '#platform/web';
import { countByUnit, createCadre, listCadres } from '../../model/contracts.ts';

/** 新增干部: a name and a unit; the rest is entered on the person's page, which opens. */
export function CreateDialog({ unit, onClose }: { unit: string | null; onClose: () => void }) {
  const [name, setName] = useState('');
  const [place, setPlace] = useState(unit);
  const action = useAction(createCadre);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const create = async (): Promise<void> => {
    const { id } = await action.mutateAsync({ body: { name: name.trim(), unit: place } });
    void queries.invalidateQueries({ queryKey: keyOf(listCadres) });
    void queries.invalidateQueries({ queryKey: keyOf(countByUnit) });
    await navigate({ to: '/cadres/$id', params: { id }, search: { tab: 'sets', view: 'both' } });
  };
  return (
    <Modal
      open
      title="新增干部"
      okText="新增"
      okButtonProps={{ disabled: name.trim() === '' }}
      confirmLoading={action.isPending}
      onCancel={onClose}
      // What went wrong stands in the dialog.
      onOk={() => create().catch(() => undefined)}
      width={420}
    >
      <div className="dialog-form">
        <label htmlFor="create-name">姓名</label>
        <Input
          id="create-name"
          value={name}
          autoFocus
          maxLength={36}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => {
            if (name.trim() !== '' && !action.isPending) create().catch(() => undefined);
          }}
        />
        <label htmlFor="create-unit">所在机构</label>
        <UnitSelect id="create-unit" value={place} onChange={setPlace} placeholder="未归属" />
        {action.error && (
          <p className="warn-text" role="alert">
            {messageOf(action.error)}
          </p>
        )}
      </div>
    </Modal>
  );
}
