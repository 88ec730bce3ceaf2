import { useNavigate } from '@tanstack/react-router';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { newId } from '#platform/model';
import { useAction, useNotes } from '#platform/web';
import { saveReservePools } from '../../model/contracts.ts';
import type { Pool } from '../../model/pools/pool.ts';
import { Field } from './field.tsx';
import { useRefresh } from './use-refresh.ts';

/** 新建后备库: a name and a kind; rules and target follow on its page. */
export function NewPoolDialog({
  pools,
  version,
  onClose,
}: {
  readonly pools: readonly Pool[];
  readonly version: number;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState('');
  const save = useAction(saveReservePools);
  const refresh = useRefresh();
  const navigate = useNavigate();
  const { failed } = useNotes();
  const create = async (): Promise<void> => {
    const pool: Pool = {
      id: newId(),
      name: name.trim(),
      kind: kind.trim(),
      description: '',
      closed: false,
      entry: null,
      exit: null,
      target: { total: null, lines: [] },
      reviewMonth: 12,
    };
    try {
      await save.mutateAsync({ body: { pools: [...pools, pool], version } });
      await refresh();
      await navigate({
        to: '/reserve/pools/$pool',
        params: { pool: pool.id },
        search: { tab: 'definition' },
      });
    } catch (error) {
      failed(error);
    }
  };
  return (
    <Modal
      open
      title="新建后备库"
      okText="新建"
      cancelText="取消"
      okButtonProps={{ loading: save.isPending, disabled: name.trim() === '' }}
      onOk={() => void create()}
      onCancel={onClose}
    >
      <div className="reserve-form">
        <Field label="库名" id="new-pool-name">
          <Input
            id="new-pool-name"
            value={name}
            maxLength={40}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label="类别" id="new-pool-kind">
          <Input
            id="new-pool-kind"
            value={kind}
            maxLength={20}
            placeholder="如：年轻干部"
            autoComplete="off"
            onChange={(event) => setKind(event.target.value)}
          />
        </Field>
      </div>
    </Modal>
  );
}
