import { Button, Input } from 'antd';
import { useState } from 'react';
import { messageOf, useAction } from '#platform/web';
import { signInFirst } from '../model/contracts.ts';
import { NewPasswordFields, newPasswordProblem } from './new-password-fields.tsx';
import type { SignInFormProps } from './sign-in-form.tsx';

/** The first time, and after a reset: the one-time code, and a password of one's own. */
export function FirstSignInForm({ onSignedIn }: SignInFormProps) {
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const action = useAction(signInFirst);
  const problem = newPasswordProblem(password, repeated, name.trim());
  const ready = name.trim() !== '' && code.trim() !== '' && problem === null;
  const submit = async (): Promise<void> => {
    const { user } = await action.mutateAsync({ body: { name, code, password } });
    await onSignedIn(user);
  };
  return (
    <form
      className="login-form"
      onSubmit={(event) => {
        event.preventDefault();
        // What went wrong stands below the fields.
        if (ready) submit().catch(() => setCode(''));
      }}
    >
      <label htmlFor="first-name">账号</label>
      <Input
        id="first-name"
        value={name}
        autoFocus
        autoComplete="username"
        onChange={(event) => setName(event.target.value)}
      />
      <label htmlFor="first-code">一次性验证码</label>
      <Input
        id="first-code"
        value={code}
        autoComplete="one-time-code"
        onChange={(event) => setCode(event.target.value)}
      />
      <NewPasswordFields
        account={name.trim()}
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
      <Button type="primary" htmlType="submit" block disabled={!ready} loading={action.isPending}>
        设置密码并登录
      </Button>
    </form>
  );
}
