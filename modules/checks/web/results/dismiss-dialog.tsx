import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useAction, useNotes } from '#platform/web';
import { dismissCheck, type ShownFault } from '../../model/contracts.ts';

/** 确认无误: with the reason; the fault comes back when the value changes. */
export function DismissDialog({
  named,
  message,
  onClose,
}: {
  readonly named: Pick<ShownFault, 'rule' | 'row' | 'field' | 'value'> & { readonly person: string };
  readonly message: string;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const dismiss = useAction(dismissCheck);
  const client = useQueryClient();
  const { done, failed } = useNotes();
  const keep = async (): Promise<void> => {
    try {
      await dismiss.mutateAsync({ body: { ...named, reason: reason.trim() } });
      done('已记录，内容不变时不再提示');
      onClose();
      await client.invalidateQueries();
    } catch (error) {
      failed(error);
    }
  };
  return (
    <Modal
      open
      title="确认无误"
      okText="确定"
      cancelText="取消"
      okButtonProps={{ disabled: reason.trim() === '', loading: dismiss.isPending }}
      onOk={() => void keep()}
      onCancel={onClose}
    >
      <p>{message}</p>
      <Input.TextArea
        autoFocus
        aria-label="核实情况"
        placeholder="核实情况，如：已核对干部档案，以档案认定为准"
        maxLength={200}
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <p className="soft-text">内容再有变动时重新校核。</p>
    </Modal>
  );
}
