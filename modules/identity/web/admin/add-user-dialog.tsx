import { Input, Modal } from 'antd';
import { useState } from 'react';
import { messageOf, useAction } from '#platform/web';
import { addUser } from '../../model/contracts.ts';
import type { RoleName } from '../../model/roles.ts';
import type { IssuedCode } from './code-dialog.tsx';
import { RoleChoice } from './role-choice.tsx';

interface AddUserDialogProps {
  readonly onClose: () => void;
  readonly onAdded: (issued: IssuedCode) => void;
}

/** 新增账户 */
export function AddUserDialog({ onClose, onAdded }: AddUserDialogProps) {
  const [name, setName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [role, setRole] = useState<RoleName>('clerk');
  const add = useAction(addUser);
  const save = async (): Promise<void> => {
    const { code } = await add.mutateAsync({ body: { name, displayName, role } });
    onAdded({ name: name.trim(), code });
  };
  return (
    <Modal
      open
      title="新增账户"
      okText="新增"
      okButtonProps={{ disabled: name.trim() === '' || displayName.trim() === '' }}
      confirmLoading={add.isPending}
      onCancel={onClose}
      // What went wrong stands in the dialog.
      onOk={() => save().catch(() => undefined)}
    >
      <div className="users-form">
        <label htmlFor="user-name">账号</label>
        <Input
          id="user-name"
          value={name}
          maxLength={64}
          autoComplete="off"
          placeholder="登录时使用，如 zhangsan"
          onChange={(event) => setName(event.target.value)}
        />
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
        {add.error && (
          <p className="warn-text" role="alert">
            {messageOf(add.error)}
          </p>
        )}
      </div>
    </Modal>
  );
}
