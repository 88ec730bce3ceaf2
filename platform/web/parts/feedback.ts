import { App } from 'antd';
import { useCallback, useMemo } from 'react';
import { CadreError } from '#platform/model';
import { messageOf } from './error-view.tsx';

export interface Question {
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly content?: string;
  /** The verb of the button: 删除, 撤销 … */
  readonly verb: string;
  /** It destroys or decides: the button is vermilion. */
  readonly grave?: boolean;
}

/** Asks before something is done; answers true when the user agrees. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const { modal } = App.useApp();
  return useCallback(
    async (question) =>
      modal.confirm({
        title: question.title,
        content: question.content,
        okText: question.verb,
        cancelText: '取消',
        okButtonProps: { danger: question.grave === true },
        focusable: { autoFocusButton: question.grave ? 'cancel' : 'ok' },
        icon: null,
      }),
    [modal],
  );
}

/** Short notes at the top edge: what was done, or what went wrong. */
export function useNotes(): {
  readonly done: (text: string) => void;
  readonly failed: (error: unknown) => void;
} {
  const { message } = App.useApp();
  const done = useCallback((text: string) => void message.success(text), [message]);
  const failed = useCallback(
    (error: unknown) => {
      // Whoever has to sign in again is asked by a dialog.
      if (error instanceof CadreError && error.code === 'sign-in-needed') return;
      void message.error(messageOf(error), 6);
    },
    [message],
  );
  return useMemo(() => ({ done, failed }), [done, failed]);
}
