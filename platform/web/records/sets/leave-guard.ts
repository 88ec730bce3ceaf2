import { useBlocker } from '@tanstack/react-router';
import { useConfirm } from '../../parts/feedback.ts';

/** Asks before unsaved edits are left behind: within the application, and when the window is closed or reloaded. */
export function useLeaveGuard(dirty: boolean): void {
  const confirm = useConfirm();
  useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      // Another tab or view of the same page keeps the edits.
      if (!dirty || current.pathname === next.pathname) return false;
      return !(await confirm({
        title: '离开本页？',
        content: '有未保存的修改，离开后将丢失。',
        verb: '离开',
        grave: true,
      }));
    },
    enableBeforeUnload: dirty,
  });
}
