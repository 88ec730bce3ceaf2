import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { safeNext } from './safe-next.ts';
import { useSignedIn } from './session-state.ts';
import { FirstSignInForm } from './first-sign-in-form.tsx';
import { SignInForm } from './sign-in-form.tsx';
import './login.css';

/** 登录: account and password, or the one-time code the first time. */
export function LoginPage() {
  const [first, setFirst] = useState(false);
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { hash } = useLocation();
  const remember = useSignedIn();
  const onSignedIn = async (): Promise<void> => {
    await remember();
    const next = safeNext(search['next' as keyof typeof search]);
    await navigate({ href: hash === '' ? next : `${next}#${hash}`, replace: true });
  };
  return (
    <main className="login">
      <div className="login-card">
        <h1>干部管理系统</h1>
        {first ? <FirstSignInForm onSignedIn={onSignedIn} /> : <SignInForm onSignedIn={onSignedIn} />}
        <Button type="link" className="login-switch" onClick={() => setFirst(!first)}>
          {first ? '已设置密码，返回登录' : '首次登录或密码已重置'}
        </Button>
      </div>
    </main>
  );
}
