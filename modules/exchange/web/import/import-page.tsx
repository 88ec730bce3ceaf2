import { useNavigate } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useState } from 'react';
import { useAction, useNotes } from '#platform/web';
import { startImport } from '../../model/contracts.ts';
import type { ChosenFiles } from '../upload/dropped-files.ts';
import { beginUpload } from '../upload/uploads.ts';
import { DropZone } from './drop-zone.tsx';
import { OpenImports, RecentImports } from './recent-imports.tsx';
import { usePreviewStart } from './use-preview-start.ts';
import '../exchange.css';
import './import.css';

/** 导入: files in, and the imports of late. */
export function ImportPage() {
  const navigate = useNavigate();
  const { failed } = useNotes();
  const start = useAction(startImport);
  const startPreview = usePreviewStart();
  const [notice, setNotice] = useState('');

  const begin = async ({ files, unreadable }: ChosenFiles): Promise<void> => {
    if (files.length === 0) {
      setNotice(
        unreadable.length > 0 ? unreadableText(unreadable) : '没有选到文件，请选择任免表文件或所在的文件夹。',
      );
      return;
    }
    if (unreadable.length > 0) {
      setNotice(`${unreadableText(unreadable)}没有开始导入，请检查后重新选择。`);
      return;
    }
    setNotice('');
    try {
      const { id } = await start.mutateAsync({});
      beginUpload(id, files, () => startPreview(id));
      await navigate({ to: '/import/$id', params: { id } });
    } catch (error) {
      failed(error);
    }
  };

  return (
    <div className="exchange-page">
      <h1>导入任免审批表</h1>
      {notice && <Alert type="warning" title={notice} closable={{ onClose: () => setNotice('') }} />}
      <OpenImports />
      <DropZone busy={start.isPending} onChosen={(chosen) => void begin(chosen)} />
      <RecentImports />
    </div>
  );
}

function unreadableText(files: readonly string[]): string {
  const named = files.slice(0, 3).join('、');
  return `${files.length > 3 ? `${named} 等 ${files.length} 个文件` : named} 打不开，可能正被其他程序占用或没有读取权限。`;
}
