import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { signInNeededEvent } from '#platform/web';
import { SignInForm } from './sign-in-form.tsx';

/**
 * Asks for the password again when the session has ended while somebody works: the page below, with what is not saved
 * yet, stays as it is. Another user gets a fresh start, because the page holds what the first one could see.
 */
export function SignInAgain({ userId }: { userId: string }) {
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    const listener = (): void => setEnded(true);
    window.addEventListener(signInNeededEvent, listener);
    return () => window.removeEventListener(signInNeededEvent, listener);
  }, []);
  return (
    <Modal
      open={ended}
      title="登录已失效，请重新登录"
      footer={null}
      closable={false}
      width={400}
      destroyOnHidden
    >
      <p className="soft-text">未保存的内容仍保留在页面上，登录后请再次操作。</p>
      <SignInForm
        onSignedIn={async (user) => {
          if (user.id === userId) setEnded(false);
          else window.location.assign('/');
        }}
      />
    </Modal>
  );
}
