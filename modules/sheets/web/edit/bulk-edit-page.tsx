import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import type { RecordRow } from '#platform/model';
import { ErrorView, Loading, ServerRecords, useAction, useCall, useNotes, useRegistry } from '#platform/web';
import { listSheetSets, startBulkEdit, type FieldEdit } from '../../model/bulk-contracts.ts';
import { usePutJob } from '../job/use-job.ts';
import { usePeople, WhoseRecords } from '../people/whose-records.tsx';
import { RecentJobs } from '../sheet/recent-jobs.tsx';
import { WantedValue, wantedText } from './wanted-value.tsx';
import '../sheets.css';

const verbs = [
  { value: 'set', label: '设为' },
  { value: 'replace', label: '替换文字' },
  { value: 'append', label: '在末尾加上' },
  { value: 'clear', label: '清空' },
] as const;
type Verb = FieldEdit['kind'];

const noRow: RecordRow = { id: '' };

/** What tells people apart is different for each of them. */
const personal = new Set(['A01.name', 'A01.nationalId']);

/** 批量修改: one field of many people, shown before it is written. */
export function BulkEditPage() {
  return (
    <ServerRecords>
      <BulkEdit />
    </ServerRecords>
  );
}

function BulkEdit() {
  const navigate = useNavigate();
  const sets = useCall(listSheetSets, {}, { freshFor: 600_000 });
  const registry = useRegistry();
  const people = usePeople();
  const [code, setCode] = useState('A01');
  const [key, setKey] = useState<string | null>(null);
  const [verb, setVerb] = useState<Verb>('set');
  const [row, setRow] = useState<RecordRow>(noRow);
  const [added, setAdded] = useState('');
  const [find, setFind] = useState('');
  const [whereKey, setWhereKey] = useState<string | null>(null);
  const [whereValue, setWhereValue] = useState('');
  const start = useAction(startBulkEdit);
  const put = usePutJob();
  const { failed } = useNotes();
  if (sets.isPending) return <Loading />;
  if (sets.error) return <ErrorView error={sets.error} onRetry={() => void sets.refetch()} />;

  const set = registry.find(code);
  const field = set?.fields.find((each) => each.key === key) ?? null;
  const isText = field?.type === 'text' || field?.type === 'paragraph';
  const fields = (set?.fields ?? [])
    .filter((each) => !each.internal && each.type !== 'file' && !personal.has(`${code}.${each.key}`))
    .map((each) => ({ value: each.key, label: each.label }));
  const kind = isText || verb === 'clear' ? verb : 'set';
  const edit = editOf(kind, kind === 'set' && field ? wantedText(row, field) : added, find);
  const isReady =
    field !== null && edit !== null && !people.isOpen && (whereKey === null || whereValue.trim() !== '');
  const preview = async (): Promise<void> => {
    if (!field || !edit) return;
    try {
      const where = whereKey === null ? null : { field: whereKey, value: whereValue };
      const status = await start.mutateAsync({
        body: { ...people.scope, set: code, field: field.key, edit, where },
      });
      put(status);
      await navigate({ to: '/sheets/$id', params: { id: status.id } });
    } catch (error) {
      failed(error);
    }
  };
  const choose = (chosen: string): void => {
    setCode(chosen);
    setKey(null);
    setRow(noRow);
    setWhereKey(null);
  };

  return (
    <div className="sheets-page">
      <h1>批量修改</h1>
      <section className="sheets-form">
        <span className="sheets-label">人员</span>
        <WhoseRecords people={people} />
        <label className="sheets-label" htmlFor="bulk-set">
          信息集
        </label>
        <Select
          id="bulk-set"
          value={code}
          showSearch={{ optionFilterProp: 'label' }}
          options={sets.data.sets.map((each) => ({
            value: each.code,
            label: `${each.label}（${each.code}）`,
          }))}
          onChange={choose}
        />
        <label className="sheets-label" htmlFor="bulk-field">
          项目
        </label>
        <Select
          id="bulk-field"
          value={key}
          placeholder="选择要修改的项目"
          showSearch={{ optionFilterProp: 'label' }}
          options={fields}
          onChange={(chosen: string) => {
            setKey(chosen);
            setRow(noRow);
          }}
        />
        {set?.repeating && (
          <>
            <label className="sheets-label" htmlFor="bulk-where">
              哪些记录
            </label>
            <div className="sheets-where">
              <Select
                id="bulk-where"
                allowClear
                value={whereKey}
                placeholder="全部记录"
                showSearch={{ optionFilterProp: 'label' }}
                options={fields}
                onChange={(chosen: string | undefined) => setWhereKey(chosen ?? null)}
              />
              {whereKey !== null && (
                <Input
                  aria-label="等于"
                  prefix="等于"
                  value={whereValue}
                  onChange={(event) => setWhereValue(event.target.value)}
                />
              )}
            </div>
          </>
        )}
        <span className="sheets-label">办法</span>
        <Radio.Group
          aria-label="办法"
          value={kind}
          options={verbs
            .filter((each) => isText || each.value === 'set' || each.value === 'clear')
            .map((each) => ({ ...each }))}
          onChange={(event) => setVerb(event.target.value as Verb)}
        />
        {kind === 'replace' && (
          <>
            <label className="sheets-label" htmlFor="bulk-find">
              查找
            </label>
            <Input id="bulk-find" value={find} onChange={(event) => setFind(event.target.value)} />
          </>
        )}
        {(kind === 'replace' || kind === 'append') && (
          <>
            <label className="sheets-label" htmlFor="bulk-value">
              {kind === 'replace' ? '替换为' : '加上'}
            </label>
            <Input id="bulk-value" value={added} onChange={(event) => setAdded(event.target.value)} />
          </>
        )}
        {kind === 'set' && set && field && (
          <>
            <span className="sheets-label">内容</span>
            <WantedValue key={field.key} set={set} field={field} row={row} onChange={setRow} />
          </>
        )}
      </section>
      <div className="sheets-actions">
        <Button
          type="primary"
          size="large"
          disabled={!isReady}
          loading={start.isPending}
          onClick={() => void preview()}
        >
          预览
        </Button>
        <span className="soft-text">先逐条列出修改前后的内容，确认后才写入，可整体撤销。</span>
      </div>
      <RecentJobs kinds={['edit']} />
    </div>
  );
}

function editOf(verb: Verb, value: string, find: string): FieldEdit | null {
  if (verb === 'clear') return { kind: 'clear' };
  if (verb === 'replace') return find === '' ? null : { kind: 'replace', find, value };
  if (value.trim() === '') return null;
  return { kind: verb, value };
}
