import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useCan } from '#platform/web';

/** Asks for the name of a table and whether others may use it. */
export function SaveTableDialog({
  title,
  name: before,
  shared: was,
  note,
  onSave,
  onClose,
}: {
  title: string;
  name: string;
  shared: boolean;
  /** What is to be known before it is shared. */
  note: string | null;
  onSave: (given: { readonly name: string; readonly shared: boolean }) => Promise<void>;
  onClose: () => void;
}) {
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
      <div className="own-save">
        <label htmlFor="own-save-name">名称</label>
        <Input
          id="own-save-name"
          value={name}
          maxLength={80}
          autoFocus
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
          onPressEnter={save}
        />
        {mayShare && (
          <Checkbox checked={shared} onChange={({ target }) => setShared(target.checked)}>
            共享给其他人员
          </Checkbox>
        )}
        {shared && note && <p className="soft-text">{note}</p>}
      </div>
    </Modal>
  );
}
