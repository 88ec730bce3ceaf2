import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Modal, Radio } from 'antd';
import { useState } from 'react';
import { textOf, type OperationOutput, type RecordRow } from '#platform/model';
import { messageOf, useAction, useNotes } from '#platform/web';
import { changeUnit, previewUnitChange, type UnitChange } from '../../model/unit-contracts.ts';
import type { UnitData } from '../unit-part.ts';
import { changeOf, type EndChoice } from './dialog-sets.ts';
import { ChangePreview } from './change-preview.tsx';
import type { UnitAction } from './unit-actions.ts';
import { useDialogForm } from './use-dialog-form.tsx';
import './dialogs.css';

type Action = Exclude<UnitAction, 'found'>;

interface Previewed {
  readonly change: UnitChange;
  readonly preview: OperationOutput<typeof previewUnitChange>;
}

const titles: Readonly<Record<Action, string>> = {
  rename: '机构更名',
  regrade: '规格调整',
  move: '隶属调整',
  abolish: '撤销机构',
};

export interface ChangeUnitDialogProps {
  readonly unit: UnitData;
  readonly action: Action;
  readonly onClose: () => void;
}

/** What happens to a unit: filled in, looked at, done. Every edit asks for a new look. */
export function ChangeUnitDialog({ unit, action, onClose }: ChangeUnitDialogProps) {
  const [seen, setSeen] = useState<Previewed | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [end, setEnd] = useState<EndChoice>({ merged: false, withOffices: true, confirmed: false });
  const forget = (): void => {
    setSeen(null);
    setFailure(null);
  };
  const { row, form, check } = useDialogForm(action, startOf(unit, action), forget);
  const preview = useAction(previewUnitChange);
  const apply = useAction(changeUnit);
  const client = useQueryClient();
  const notes = useNotes();

  const look = async (): Promise<void> => {
    if (!check()) return;
    const change = changeOf(action, row, end);
    setFailure(null);
    try {
      const found = await preview.mutateAsync({ params: { id: unit.id }, body: { change } });
      setSeen({ change, preview: found });
    } catch (error) {
      setFailure(error);
    }
  };
  const confirm = async ({ change, preview: { versions } }: Previewed): Promise<void> => {
    const said = change.kind === 'abolish' ? { ...change, confirmed: end.confirmed } : change;
    setFailure(null);
    try {
      await apply.mutateAsync({ params: { id: unit.id }, body: { change: said, versions } });
      await client.invalidateQueries();
      notes.done('已办理，可在变更记录中撤销');
      onClose();
    } catch (error) {
      setSeen(null);
      setFailure(error);
    }
  };
  const isBlocked =
    seen !== null &&
    (seen.preview.obstacles.length > 0 || (seen.preview.doubts.length > 0 && !end.confirmed));
  return (
    <Modal
      open
      title={`${titles[action]}：${unit.name}`}
      width={720}
      okText={seen === null ? '预览' : '确认办理'}
      okButtonProps={{ disabled: isBlocked, danger: seen !== null && action === 'abolish' }}
      confirmLoading={preview.isPending || apply.isPending}
      mask={{ closable: false }}
      onOk={() => void (seen === null ? look() : confirm(seen))}
      onCancel={onClose}
    >
      {action === 'abolish' && (
        <EndOptions
          choice={end}
          onChange={(next) => {
            setEnd(next);
            forget();
          }}
        />
      )}
      {form}
      {action === 'move' && textOf(row, 'parent') === '' && (
        <p className="unit-dialog-note">未选上级机构：调整后为最上级机构。</p>
      )}
      {seen && <ChangePreview preview={seen.preview} />}
      {seen && seen.preview.obstacles.length === 0 && seen.preview.doubts.length > 0 && (
        <Checkbox
          checked={end.confirmed}
          onChange={(event) => setEnd({ ...end, confirmed: event.target.checked })}
        >
          确认撤销，其中人员的去向另行办理
        </Checkbox>
      )}
      {failure !== null && (
        <p className="warn-text" role="alert">
          {messageOf(failure)}
        </p>
      )}
    </Modal>
  );
}

function EndOptions(props: { readonly choice: EndChoice; readonly onChange: (choice: EndChoice) => void }) {
  const { choice, onChange } = props;
  return (
    <div className="unit-dialog-end">
      <Radio.Group
        aria-label="方式"
        value={choice.merged}
        options={[
          { value: false, label: '撤销' },
          { value: true, label: '并入其他机构' },
        ]}
        onChange={(event) => onChange({ ...choice, merged: event.target.value === true })}
      />
      <Checkbox
        checked={choice.withOffices}
        onChange={(event) => onChange({ ...choice, withOffices: event.target.checked })}
      >
        内设机构一并撤销
      </Checkbox>
    </div>
  );
}

/** What the fields say at first. */
function startOf(unit: UnitData, action: Action): Readonly<Record<string, string | null>> {
  const row = unit.sets['B01']?.rows[0] as RecordRow | undefined;
  switch (action) {
    case 'rename':
      return { name: unit.name, shortName: unit.shortName };
    case 'regrade':
      return { level: unit.levelCode };
    case 'move':
      return { parent: textOf(row, 'parentOrgCode') || null };
    case 'abolish':
      return {};
  }
}
