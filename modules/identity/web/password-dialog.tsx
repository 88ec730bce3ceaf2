import { Input, Modal } from 'antd';
import { useState } from 'react';
import { messageOf, useAction, useNotes } from '#platform/web';
import { changePassword } from '../model/contracts.ts';
import { NewPasswordFields, newPasswordProblem } from './new-password-fields.tsx';
import { useSessionState } from './session-state.ts';
import './login.css';

/** 修改密码 */
export function PasswordDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const action = useAction(changePassword);
  const notes = useNotes();
  const account = useSessionState().data?.user?.name ?? '';
  const close = (): void => {
    setCurrent('');
    setPassword('');
    setRepeated('');
    action.reset();
    onClose();
  };
  const save = async (): Promise<void> => {
    await action.mutateAsync({ body: { current, next: password } });
    notes.done('密码已修改');
    close();
  };
  return (
    <Modal
      open={open}
      title="修改密码"
      okText="修改"
      okButtonProps={{ disabled: current === '' || newPasswordProblem(password, repeated, account) !== null }}
      confirmLoading={action.isPending}
      onCancel={close}
      // What went wrong stands in the dialog.
      onOk={() => save().catch(() => undefined)}
      destroyOnHidden
      width={420}
    >
      <div className="login-form">
        <label htmlFor="current-password">现密码</label>
        <Input.Password
          id="current-password"
          value={current}
          autoComplete="current-password"
          onChange={(event) => setCurrent(event.target.value)}
        />
        <NewPasswordFields
          account={account}
          password={password}
          repeated={repeated}
          onPassword={setPassword}
          onRepeated={setRepeated}
        />
        {action.error && (
          <p className="warn-text" role="alert">
            {messageOf(action.error)}
          </p>
        )}
      </div>
    </Modal>
  );
}
