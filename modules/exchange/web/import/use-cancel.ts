import { useNavigate } from '@tanstack/react-router';
import { useAction, useConfirm, useNotes } from '#platform/web';
import { cancelImport } from '../../model/contracts.ts';
import { dropUpload } from '../upload/uploads.ts';
import { useImportUpdates } from './use-import.ts';

/** Asks whether an import shall be given up, and gives it up. `verb` is what the button said. */
export function useCancel(id: string): () => Promise<void> {
  const confirm = useConfirm();
  const navigate = useNavigate();
  const cancel = useAction(cancelImport);
  const { refresh } = useImportUpdates();
  const { failed } = useNotes();
  return async () => {
    const agreed = await confirm({
      title: '放弃这次导入？',
      content: '已上传的文件将被删除，不会写入任何内容。',
      verb: '放弃导入',
      grave: true,
    });
    if (!agreed) return;
    try {
      dropUpload(id);
      await cancel.mutateAsync({ params: { id } });
      refresh(id);
      await navigate({ to: '/import' });
    } catch (error) {
      failed(error);
    }
  };
}
