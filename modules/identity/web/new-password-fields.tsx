import { Input } from 'antd';
import { passwordProblem } from '../model/password-rule.ts';

/** What speaks against the new password as it is typed; null when it can be taken. */
export function newPasswordProblem(password: string, repeated: string, account: string): string | null {
  return passwordProblem(password, account) ?? (password === repeated ? null : '两次输入的密码不一致。');
}

export interface NewPasswordFieldsProps {
  /** The account's name, which must not be the password. */
  readonly account: string;
  readonly password: string;
  readonly repeated: string;
  readonly onPassword: (text: string) => void;
  readonly onRepeated: (text: string) => void;
}

/** A new password, typed twice. */
export function NewPasswordFields(props: NewPasswordFieldsProps) {
  const { account, password, repeated, onPassword, onRepeated } = props;
  const problem = newPasswordProblem(password, repeated, account);
  return (
    <>
      <label htmlFor="new-password">新密码（至少 8 位）</label>
      <Input.Password
        id="new-password"
        value={password}
        autoComplete="new-password"
        onChange={(event) => onPassword(event.target.value)}
      />
      <label htmlFor="new-password-again">再次输入新密码</label>
      <Input.Password
        id="new-password-again"
        value={repeated}
        autoComplete="new-password"
        onChange={(event) => onRepeated(event.target.value)}
      />
      {repeated !== '' && problem !== null && <p className="warn-text">{problem}</p>}
    </>
  );
}
