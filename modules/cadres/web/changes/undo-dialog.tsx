import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useAction, useNotes } from '#platform/web';
import { undoOperation } from '../../model/contracts.ts';

export interface UndoDialogProps {
  readonly change: string;
  /** What will be taken back, in a sentence. */
  readonly what: string;
  readonly onClose: () => void;
  readonly onUndone?: () => void;
}

/** Takes a change back, with a reason. The undoing is a change of its own and stands in the history. */
export function UndoDialog({ change, what, onClose, onUndone }: UndoDialogProps) {
  const [reason, setReason] = useState('');
  const undo = useAction(undoOperation);
  const client = useQueryClient();
  const { done, failed } = useNotes();
  const submit = async (): Promise<void> => {
    const written = reason.trim();
    try {
      await undo.mutateAsync({ params: { id: change }, body: written === '' ? {} : { reason: written } });
      // An undone change alters lists, people and histories alike.
      void client.invalidateQueries();
      done('已撤销');
      onUndone?.();
      onClose();
    } catch (error) {
      failed(error);
    }
  };
  return (
    <Modal
      open
      title="撤销变更"
      okText="撤销"
      cancelText="取消"
      okButtonProps={{ danger: true }}
      confirmLoading={undo.isPending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p>{what}</p>
      <label>
        原因
        <Input.TextArea
          value={reason}
          maxLength={500}
          rows={3}
          placeholder="可不填；填写后记入变更记录"
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </Modal>
  );
}
