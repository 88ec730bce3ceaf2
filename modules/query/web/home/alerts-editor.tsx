import { Button, Modal, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, ErrorView, keyOf, Loading, useAction, useCall, useConfirm, useNotes } from '#platform/web';
import {
  countAlerts,
  readAlerts,
  resetAlerts,
  saveAlerts,
  type Alert,
} from '../../model/alerts-contracts.ts';
import { listSavedQueries, readSavedQuery } from '../../model/saved-contracts.ts';
import { movedAlert, newAlertId, withAlert } from './alert-edits.ts';
import { AlertRow } from './alert-row.tsx';

/** 设置提醒: names, thresholds and order; further reminders are made from saved questions. */
export function AlertsEditor({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useCall(readAlerts, {}, { freshFor: 0 });
  return (
    <Modal open title="设置提醒" footer={null} width={760} onCancel={onClose} destroyOnHidden>
      {error ? (
        <ErrorView error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Editor
          key={data.version}
          alerts={data.alerts}
          version={data.version}
          isEdited={data.edited !== null}
          onClose={onClose}
        />
      ) : (
        <Loading />
      )}
    </Modal>
  );
}

interface EditorProps {
  readonly alerts: readonly Alert[];
  readonly version: number;
  readonly isEdited: boolean;
  readonly onClose: () => void;
}

function Editor({ alerts: stored, version, isEdited, onClose }: EditorProps) {
  const [alerts, setAlerts] = useState(stored);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const client = useQueryClient();
  const notes = useNotes();
  const confirm = useConfirm();
  const save = useAction(saveAlerts);
  const reset = useAction(resetAlerts);
  const { data: saved } = useCall(listSavedQueries, {});
  const questions = (saved?.items ?? []).filter(({ kind }) => kind === 'question');

  const finish = async (work: () => Promise<unknown>, note: string): Promise<void> => {
    try {
      await work();
      notes.done(note);
      await Promise.all(
        [countAlerts, readAlerts].map((each) => client.invalidateQueries({ queryKey: keyOf(each) })),
      );
      onClose();
    } catch (problem) {
      notes.failed(problem);
    }
  };
  const restore = async (): Promise<void> => {
    const content = '本单位对提醒的修改和增加的提醒都将取消。';
    if (!(await confirm({ title: '恢复系统提供的提醒？', content, verb: '恢复', grave: true }))) return;
    await finish(() => reset.mutateAsync({}), '已恢复系统提供的提醒');
  };
  const add = async (id: string): Promise<void> => {
    try {
      const { name, question } = await call(readSavedQuery, { params: { id } });
      if (!question) return;
      setAlerts([...alerts, { id: newAlertId(alerts), label: name.slice(0, 40), hidden: false, question }]);
    } catch (problem) {
      notes.failed(problem);
    }
  };
  return (
    <div className="alerts-editor">
      <p className="soft-text">名称、界限和次序对本单位全体用户生效。</p>
      <ul>
        {alerts.map((alert, index) => (
          <AlertRow
            key={alert.id}
            alert={alert}
            onChange={(next) => setAlerts(withAlert(alerts, index, next))}
            onMove={(by) => setAlerts(movedAlert(alerts, index, by))}
            onRemove={() => setAlerts(alerts.filter((each) => each !== alert))}
            onWrong={(isWrong) => {
              const next = new Set(wrong);
              if (isWrong) next.add(alert.id);
              else next.delete(alert.id);
              setWrong(next);
            }}
          />
        ))}
      </ul>
      <Select
        className="alerts-add"
        aria-label="由查询方案增加提醒"
        placeholder={
          questions.length > 0 ? '由查询方案增加提醒…' : '先在“查询”页面保存查询方案，即可由此增加提醒'
        }
        disabled={questions.length === 0}
        value={null}
        options={questions.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id: string | null) => {
          if (id !== null) void add(id);
        }}
      />
      <div className="alerts-actions">
        {isEdited && <Button onClick={() => void restore()}>恢复系统提供的提醒</Button>}
        <span />
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          loading={save.isPending}
          disabled={alerts.some(({ id }) => wrong.has(id))}
          onClick={() =>
            void finish(() => save.mutateAsync({ body: { version, alerts: [...alerts] } }), '提醒已保存')
          }
        >
          保存
        </Button>
      </div>
    </div>
  );
}
