import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useAction, useNotes, useOfficeClock } from '#platform/web';
import { exitReserve } from '../../model/contracts.ts';
import { Field } from './field.tsx';
import { useRefresh } from './use-refresh.ts';

const reasons = [
  { value: '1', label: '提拔使用' },
  { value: '2', label: '年龄超限' },
  { value: '3', label: '不再适合' },
  { value: '4', label: '调出' },
  { value: '9', label: '其他' },
] as const;
type Reason = (typeof reasons)[number]['value'];

/** 出库: members leave the pool with a reason. */
export function ExitDialog({
  pool,
  ids,
  onClose,
}: {
  readonly pool: { readonly id: string; readonly name: string };
  readonly ids: readonly string[];
  readonly onClose: (isDone: boolean) => void;
}) {
  const clock = useOfficeClock();
  const [exitedOn, setExitedOn] = useState(() => clock.day());
  const [reason, setReason] = useState<Reason | null>(null);
  const [remark, setRemark] = useState('');
  const exit = useAction(exitReserve);
  const refresh = useRefresh();
  const { done, failed } = useNotes();
  const go = async (): Promise<void> => {
    if (reason === null) return;
    try {
      const body = { pool: pool.id, ids: [...ids], exitedOn, exitReasonCode: reason, remark };
      const { exited } = await exit.mutateAsync({ body });
      await refresh();
      done(`已出库 ${exited} 人`);
      onClose(true);
    } catch (error) {
      failed(error);
    }
  };
  return (
    <Modal
      open
      title={`出库：${pool.name}（${ids.length} 人）`}
      okText="出库"
      cancelText="取消"
      okButtonProps={{ loading: exit.isPending, disabled: reason === null || exitedOn === '' }}
      onOk={() => void go()}
      onCancel={() => onClose(false)}
    >
      <div className="reserve-form">
        <Field label="出库原因" id="exit-reason">
          <Select<Reason | null>
            id="exit-reason"
            aria-label="出库原因"
            value={reason}
            placeholder="选择出库原因"
            options={[...reasons]}
            onChange={setReason}
          />
        </Field>
        <Field label="出库时间" id="exit-on">
          <Input
            id="exit-on"
            type="date"
            value={exitedOn}
            onChange={(event) => setExitedOn(event.target.value)}
          />
        </Field>
        <Field label="备注" id="exit-remark">
          <Input.TextArea
            id="exit-remark"
            value={remark}
            maxLength={400}
            rows={3}
            onChange={(event) => setRemark(event.target.value)}
          />
        </Field>
        <p className="soft-text">出库后仍可在“曾在库”中查看；出库是一项变更，可在“变更记录”中整批撤销。</p>
      </div>
    </Modal>
  );
}
