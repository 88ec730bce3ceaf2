import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import { textOf } from '#platform/model';
import { messageOf, useAction, useNotes } from '#platform/web';
import { createUnit } from '../../model/contracts.ts';
import { useDialogForm } from './use-dialog-form.tsx';

export interface FoundUnitDialogProps {
  /** The unit below which the new one is offered a place; null: at the top. */
  readonly parent: string | null;
  readonly onClose: () => void;
  readonly onFounded: (id: string) => void;
}

/** 新增机构: it stands behind those already there; with a date its founding stands in its history. */
export function FoundUnitDialog({ parent, onClose, onFounded }: FoundUnitDialogProps) {
  const { row, form, check } = useDialogForm('found', { parent, kindCode: '1' });
  const action = useAction(createUnit);
  const client = useQueryClient();
  const { done } = useNotes();
  const [failure, setFailure] = useState<unknown>(null);
  const add = async (): Promise<void> => {
    if (!check()) return;
    const optional = (key: string) => (textOf(row, key) === '' ? {} : { [key]: textOf(row, key) });
    setFailure(null);
    try {
      const { id } = await action.mutateAsync({
        body: {
          name: textOf(row, 'name'),
          parent: textOf(row, 'parent') || null,
          ...optional('shortName'),
          ...optional('kindCode'),
          ...optional('levelCode'),
          ...optional('foundedOn'),
          ...optional('documentNo'),
          ...optional('remark'),
        },
      });
      await client.invalidateQueries();
      done(`已新增“${textOf(row, 'name')}”`);
      onFounded(id);
      onClose();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Modal
      open
      title="新增机构"
      width={720}
      okText="新增"
      confirmLoading={action.isPending}
      mask={{ closable: false }}
      onOk={() => void add()}
      onCancel={onClose}
    >
      {form}
      {failure !== null && (
        <p className="warn-text" role="alert">
          {messageOf(failure)}
        </p>
      )}
    </Modal>
  );
}
