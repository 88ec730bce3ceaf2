import { AutoComplete, Modal } from 'antd';
import { useState } from 'react';
import { call, useNotes } from '#platform/web';
import { renameReservePool } from '../../model/contracts.ts';
import { Field } from './field.tsx';
import { useRefresh } from './use-refresh.ts';

interface Preview {
  readonly to: string;
  readonly people: number;
  readonly names: readonly string[];
}

/** 改名: says first whose records change, then changes them with the definition. */
export function RenameDialog({
  from,
  names,
  version,
  onClose,
}: {
  readonly from: string;
  /** Offered as new names: those of the pools, for a name that no pool has. */
  readonly names: readonly string[];
  readonly version: number;
  readonly onClose: () => void;
}) {
  const [to, setTo] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const [isBusy, setBusy] = useState(false);
  const refresh = useRefresh();
  const { done, failed } = useNotes();
  const name = to.trim();
  const shown = preview?.to === name ? preview : null;
  const go = async (): Promise<void> => {
    setBusy(true);
    try {
      const body = { from, to: name, version, preview: shown === null };
      const answer = await call(renameReservePool, { body });
      if (shown === null) {
        setPreview({ to: name, people: answer.people, names: answer.names });
      } else {
        await refresh();
        done(`已改名，修改了 ${answer.people} 人的记录`);
        onClose();
      }
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={`“${from}”改名`}
      okText={shown === null ? '预览' : '改名'}
      cancelText="取消"
      okButtonProps={{ loading: isBusy, disabled: name === '' || name === from }}
      onOk={() => void go()}
      onCancel={onClose}
    >
      <div className="reserve-form">
        <Field label="新库名" id="rename-to">
          <AutoComplete
            id="rename-to"
            value={to}
            options={names.map((value) => ({ value }))}
            showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
            onChange={(value: string) => setTo(value)}
          />
        </Field>
        {shown && (
          <p role="status">
            将修改 {shown.people} 人的后备干部信息和年度研判
            {shown.names.length > 0 &&
              `：${shown.names.join('、')}${shown.people > shown.names.length ? '等' : ''}`}
            。改名是一项变更，可在“变更记录”中撤销。
          </p>
        )}
      </div>
    </Modal>
  );
}
