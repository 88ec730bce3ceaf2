import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { OperationOutput } from '#platform/model';
import { messageOf, useAction } from '#platform/web';
import { editUser, type listUsers } from '../../model/contracts.ts';
import type { RoleName } from '../../model/roles.ts';
import { RoleChoice } from './role-choice.tsx';

interface EditUserDialogProps {
  readonly user: OperationOutput<typeof listUsers>['users'][number];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Changes the name and the role of an account. */
export function EditUserDialog({ user, onClose, onSaved }: EditUserDialogProps) {
  const [displayName, setDisplayName] = useState(user.displayName);
  const [role, setRole] = useState<RoleName>(user.role);
  const edit = useAction(editUser);
  const save = async (): Promise<void> => {
    const body = { displayName, role, disabled: user.disabled };
    await edit.mutateAsync({ params: { id: user.id }, body });
    onSaved();
  };
  return (
    <Modal
      open
      title={`修改账户“${user.name}”`}
      okText="保存"
      okButtonProps={{ disabled: displayName.trim() === '' }}
      confirmLoading={edit.isPending}
      onCancel={onClose}
      // What went wrong stands in the dialog.
      onOk={() => save().catch(() => undefined)}
    >
      <div className="users-form">
        <label htmlFor="user-display-name">姓名</label>
        <Input
          id="user-display-name"
          value={displayName}
          maxLength={64}
          autoComplete="off"
          onChange={(event) => setDisplayName(event.target.value)}
        />
        <span id="user-role" className="users-label">
          角色
        </span>
        <RoleChoice labelledBy="user-role" value={role} onChange={setRole} />
        {edit.error && (
          <p className="warn-text" role="alert">
            {messageOf(edit.error)}
          </p>
        )}
      </div>
    </Modal>
  );
}
