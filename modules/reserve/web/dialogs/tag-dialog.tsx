import { AutoComplete, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import type { OperationInput } from '#platform/model';
import { useAction, useCall, useNotes } from '#platform/web';
import { readTags, tagPeople } from '../../model/tag-contracts.ts';
import { tagKinds, type TagKind } from '../../model/tags/delivered-tags.ts';
import type { PeopleNamed } from '../found/people-body.ts';
import { Field } from './field.tsx';
import { useRefresh } from './use-refresh.ts';

type Body = OperationInput<typeof tagPeople>['body'];
const kinds = Object.entries(tagKinds).map(([value, label]) => ({ value: value as TagKind, label }));

/** 加标签: one tag for many people, or taken from them. */
export function TagDialog({
  people,
  count,
  onClose,
}: {
  readonly people: PeopleNamed;
  readonly count: number;
  readonly onClose: () => void;
}) {
  const [kind, setKind] = useState<TagKind>('1');
  const [name, setName] = useState('');
  const [does, setDoes] = useState<'add' | 'remove'>('add');
  const [note, setNote] = useState('');
  const { data } = useCall(readTags, {}, { freshFor: 30_000 });
  const tag = useAction(tagPeople);
  const refresh = useRefresh();
  const { done, failed } = useNotes();
  const verb = does === 'add' ? '加上标签' : '去掉标签';
  const go = async (): Promise<void> => {
    try {
      const body = { people, tag: { kind, name: name.trim() }, does, note } as Body;
      const { changed, unchanged } = await tag.mutateAsync({ body });
      await refresh();
      const other = does === 'add' ? '原已有' : '没有这个标签';
      done(`${verb}：${changed} 人${unchanged > 0 ? `，另有 ${unchanged} 人${other}` : ''}`);
      onClose();
    } catch (error) {
      failed(error);
    }
  };
  const offered = (data?.tags ?? []).filter((each) => each.kind === kind);
  return (
    <Modal
      open
      title={`标签与专长（${count} 人）`}
      okText={verb}
      cancelText="取消"
      okButtonProps={{ loading: tag.isPending, disabled: name.trim() === '' }}
      onOk={() => void go()}
      onCancel={onClose}
    >
      <div className="reserve-form">
        <Segmented
          aria-label="加上还是去掉"
          value={does}
          options={[
            { value: 'add', label: '加上' },
            { value: 'remove', label: '去掉' },
          ]}
          onChange={(value) => setDoes(value === 'remove' ? 'remove' : 'add')}
        />
        <Segmented<TagKind> aria-label="类别" value={kind} options={kinds} onChange={setKind} />
        <Field label="名称" id="tag-name">
          <AutoComplete
            id="tag-name"
            value={name}
            placeholder="从目录选择，也可另写"
            options={offered.map((each) => ({ value: each.name }))}
            showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
            onChange={(value: string) => setName(value)}
          />
        </Field>
        {does === 'add' && (
          <Field label="说明" id="tag-note">
            <Input
              id="tag-note"
              value={note}
              maxLength={400}
              autoComplete="off"
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
        )}
      </div>
    </Modal>
  );
}
