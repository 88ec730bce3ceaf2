import { Button, Input } from 'antd';
import { useState } from 'react';
import { messageOf, useAction } from '#platform/web';
import { signIn, type SessionUser } from '../model/contracts.ts';

export interface SignInFormProps {
  readonly onSignedIn: (user: SessionUser) => Promise<void>;
}

/** Account and password. */
export function SignInForm({ onSignedIn }: SignInFormProps) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const action = useAction(signIn);
  const ready = name.trim() !== '' && password !== '';
  const submit = async (): Promise<void> => {
    try {
      const { user } = await action.mutateAsync({ body: { name, password } });
      await onSignedIn(user);
    } catch {
      // The sentence stands below the fields.
      setPassword('');
    }
  };
  return (
    <form
      className="login-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void submit();
      }}
    >
      <label htmlFor="login-name">账号</label>
      <Input
        id="login-name"
        value={name}
        autoFocus
        autoComplete="username"
        onChange={(event) => setName(event.target.value)}
      />
      <label htmlFor="login-password">密码</label>
      <Input.Password
        id="login-password"
        value={password}
        autoComplete="current-password"
        onChange={(event) => setPassword(event.target.value)}
      />
      {action.error && (
        <p className="warn-text" role="alert">
          {messageOf(action.error)}
        </p>
      )}
      <Button type="primary" htmlType="submit" block disabled={!ready} loading={action.isPending}>
        登录
      </Button>
    </form>
  );
}
