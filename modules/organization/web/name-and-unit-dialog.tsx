import { Input, Modal } from 'antd';
import { useState } from 'react';
import { messageOf } from '#platform/web';
import { UnitSelect } from './unit-select.tsx';

export interface NameAndUnitDialogProps {
  readonly title: string;
  readonly nameLabel: string;
  readonly longestName: number;
  readonly unitLabel: string;
  /** What stands in the empty choice of a unit. */
  readonly noUnit: string;
  /** The unit that is offered first. */
  readonly unit: string | null;
  /** Does the work; a failure it throws is shown in the dialog, which stays open. */
  readonly onAdd: (name: string, unit: string | null) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for a name and a unit, the least with which a person or a unit can begin. */
export function NameAndUnitDialog(props: NameAndUnitDialogProps) {
  const [name, setName] = useState('');
  const [unit, setUnit] = useState(props.unit);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const ready = name.trim() !== '' && !busy;
  const add = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await props.onAdd(name.trim(), unit);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={props.title}
      okText="新增"
      okButtonProps={{ disabled: name.trim() === '' }}
      confirmLoading={busy}
      onCancel={props.onClose}
      onOk={() => void add()}
      width={420}
    >
      <div className="dialog-form">
        <label htmlFor="new-name">{props.nameLabel}</label>
        <Input
          id="new-name"
          value={name}
          autoFocus
          maxLength={props.longestName}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => ready && void add()}
        />
        <label htmlFor="new-unit">{props.unitLabel}</label>
        <UnitSelect id="new-unit" value={unit} onChange={setUnit} placeholder={props.noUnit} />
        {failure !== null && (
          <p className="warn-text" role="alert">
            {messageOf(failure)}
          </p>
        )}
      </div>
    </Modal>
  );
}
