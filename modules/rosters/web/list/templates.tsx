import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { CadreError } from '#platform/model';
import {
  apiRoot,
  ErrorView,
  keyOf,
  Loading,
  messageOf,
  upload,
  useAction,
  useCall,
  useConfirm,
  useNotes,
} from '#platform/web';
import { listRosterTemplates, removeRosterTemplate } from '../../model/template-contracts.ts';

/** 模板: the office's own Word and Excel files; what is wrong with one is shown when it is uploaded. */
export function Templates({ mayEdit }: { readonly mayEdit: boolean }) {
  const found = useCall(listRosterTemplates, {});
  const client = useQueryClient();
  const confirm = useConfirm();
  const { done, failed } = useNotes();
  const remove = useAction(removeRosterTemplate);
  const input = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [sending, setSending] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: keyOf(listRosterTemplates) });

  const send = async (file: File): Promise<void> => {
    setProblems([]);
    setSending(true);
    try {
      const form = new FormData();
      form.append('file', file);
      await upload('/rosters/templates', form);
      done('模板已上传');
      await refresh();
    } catch (error) {
      setProblems(problemsOf(error));
    } finally {
      setSending(false);
    }
  };
  const drop = async (id: string, name: string): Promise<void> => {
    if (!(await confirm({ title: `删除模板“${name}”？`, verb: '删除', grave: true }))) return;
    try {
      await remove.mutateAsync({ params: { id } });
      await refresh();
    } catch (error) {
      failed(error);
    }
  };

  return (
    <section>
      <header className="rosters-head">
        <h2>模板</h2>
        {mayEdit && (
          <>
            <Button loading={sending} onClick={() => input.current?.click()}>
              上传模板
            </Button>
            <input
              ref={input}
              type="file"
              hidden
              accept=".docx,.xlsx"
              aria-label="模板文件"
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                event.target.value = '';
                if (file) void send(file);
              }}
            />
          </>
        )}
      </header>
      <p className="soft-text">
        用 Word 或 Excel（WPS 亦可）做好版式，在要填写的地方写占位符，保存为 .docx 或 .xlsx
        后上传；上传时逐处检查。
      </p>
      {problems.length > 0 && (
        <Alert
          type="error"
          showIcon
          closable={{ onClose: () => setProblems([]) }}
          title="模板没有保存，请修改后重新上传"
          description={
            <ul className="rosters-problems">
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          }
        />
      )}
      {found.isPending && <Loading />}
      {found.error && <ErrorView error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <>
          <ul className="rosters-list" aria-label="模板">
            {found.data.templates.map(({ id, name, fileName, uploadedAt, uploadedByName }) => (
              <li key={id}>
                <span className="rosters-name">{fileName}</span>
                <span className="rosters-facts soft-text">
                  {uploadedByName}上传于 {uploadedAt.slice(0, 10)}
                </span>
                <span className="rosters-actions">
                  <Button href={`${apiRoot}/rosters/templates/${encodeURIComponent(id)}/file`} download>
                    下载
                  </Button>
                  {mayEdit && <Button onClick={() => void drop(id, name)}>删除</Button>}
                </span>
              </li>
            ))}
          </ul>
          <details className="rosters-keys">
            <summary>可用的占位符</summary>
            <p>全表：{found.data.headKeys.map((key) => `{${key}}`).join(' ')}</p>
            <p>
              {
                '每人一行：在表格同一行的第一格写 {#人员}，最后一格写 {/人员}，中间写下列各项；Word 模板的照片写 {%照片}。'
              }
            </p>
            <p>{found.data.rowKeys.map((key) => (key === '照片' ? '{%照片}' : `{${key}}`)).join(' ')}</p>
          </details>
        </>
      )}
    </section>
  );
}

function problemsOf(error: unknown): readonly string[] {
  const named = error instanceof CadreError ? error.details['problems'] : null;
  const list = Array.isArray(named) ? named.filter((each) => typeof each === 'string') : [];
  return list.length > 0 ? list : [messageOf(error)];
}
