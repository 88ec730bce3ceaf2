import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { PeopleFound } from '#modules/query/web';
import { call, keyOf, useCall, useNotes } from '#platform/web';
import { listRosterExports, listRosters, readRoster, startRosterExport } from '../../model/contracts.ts';
import { OneExport } from './one-export.tsx';
import { useRosterForms } from './roster-forms.ts';
import { rosterOfPeople } from './roster-of-people.ts';
import '../rosters.css';

export interface RosterDialogProps {
  readonly people: PeopleFound;
  readonly onClose: () => void;
}

const ownColumns = '';

/** 生成名册: its title, layout and form; the file is offered where it was asked for. */
export function RosterDialog({ people, onClose }: RosterDialogProps) {
  const { count, isChosen, asOf } = people;
  const client = useQueryClient();
  const { failed } = useNotes();
  const forms = useRosterForms();
  const books = useCall(listRosters, {}).data?.rosters ?? [];
  const [title, setTitle] = useState(people.name || '干部名册');
  const [book, setBook] = useState(ownColumns);
  const [form, setForm] = useState('xlsx');
  const [made, setMade] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const chosen = forms.find(({ key }) => key === form) ?? forms[0];

  const begin = async (): Promise<void> => {
    if (!chosen) return;
    setBusy(true);
    try {
      const layout = book === ownColumns ? null : (await call(readRoster, { params: { id: book } })).roster;
      const roster = rosterOfPeople(people, title.trim(), layout);
      const { id } = await call(startRosterExport, {
        body: { source: { roster }, form: chosen.form, ...(asOf ? { asOf } : {}) },
      });
      setMade(id);
      await client.invalidateQueries({ queryKey: keyOf(listRosterExports) });
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={`生成名册（${isChosen ? '已选 ' : ''}${count.toLocaleString('zh-CN')} 人）`}
      okText={made === null ? '生成' : '重新生成'}
      cancelText="关闭"
      okType={made === null ? 'primary' : 'default'}
      okButtonProps={{ loading: busy, disabled: title.trim() === '' }}
      onOk={() => void begin()}
      onCancel={onClose}
    >
      <div className="rosters-dialog">
        <label htmlFor="roster-title">标题</label>
        <Input
          id="roster-title"
          value={title}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setTitle(event.target.value)}
        />
        <label htmlFor="roster-layout">版式</label>
        <Select<string>
          id="roster-layout"
          aria-label="版式"
          value={book}
          options={[
            { value: ownColumns, label: '按当前名单所选的列' },
            ...books.map(({ id, name }) => ({ value: id, label: `按“${name}”的版式` })),
          ]}
          onChange={setBook}
        />
        <label htmlFor="roster-form">文件</label>
        <Select<string>
          id="roster-form"
          aria-label="文件"
          value={chosen?.key ?? ''}
          options={forms.map(({ key, label }) => ({ value: key, label }))}
          onChange={setForm}
        />
        <p className="soft-text">
          截止时间：{asOf === undefined ? '当日' : asOf.replaceAll('-', '.')}。版式和模板可在
          <Link to="/rosters">名册</Link>页面编排。
        </p>
        {made !== null && <OneExport key={made} id={made} />}
      </div>
    </Modal>
  );
}
