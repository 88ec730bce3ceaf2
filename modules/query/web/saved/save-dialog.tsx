import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useCan } from '#platform/web';

export interface SaveDialogProps {
  readonly title: string;
  readonly name?: string;
  readonly shared?: boolean;
  readonly note?: string;
  /** What is to be known before it is shared. */
  readonly sharedNote?: string;
  readonly onSave: (given: { readonly name: string; readonly shared: boolean }) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for the name of what is saved and whether others may use it. */
export function SaveDialog({
  title,
  name: before = '',
  shared: was = false,
  note,
  sharedNote,
  onSave,
  onClose,
}: SaveDialogProps) {
  const [name, setName] = useState(before);
  const [shared, setShared] = useState(was);
  const [busy, setBusy] = useState(false);
  const mayShare = useCan('query:share');
  const save = (): void => {
    if (name.trim() === '' || busy) return;
    setBusy(true);
    void onSave({ name: name.trim(), shared }).finally(() => setBusy(false));
  };
  return (
    <Modal
      open
      title={title}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: name.trim() === '', loading: busy }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="part-form">
        <label htmlFor="query-save-name">名称</label>
        <Input
          id="query-save-name"
          value={name}
          maxLength={80}
          autoFocus
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
          onPressEnter={save}
        />
        {mayShare && (
          <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
            共享给其他人员
          </Checkbox>
        )}
        {note && <p className="soft-text">{note}</p>}
        {shared && sharedNote && <p className="soft-text">{sharedNote}</p>}
      </div>
    </Modal>
  );
}
