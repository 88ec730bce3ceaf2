import { AutoComplete, Modal } from 'antd';
import { useState } from 'react';
import type { OperationInput } from '#platform/model';
import { call, useNotes } from '#platform/web';
import { mergeTags } from '../../model/tag-contracts.ts';
import type { Tag } from '../../model/tags/tag-rows.ts';
import { Field } from '../dialogs/field.tsx';
import { useRefresh } from '../dialogs/use-refresh.ts';

type Body = OperationInput<typeof mergeTags>['body'];

/** 改名、合并: says first whose records change. */
export function MergeDialog({
  from,
  names,
  version,
  onClose,
}: {
  readonly from: readonly Tag[];
  readonly names: readonly string[];
  readonly version: number;
  readonly onClose: (isDone: boolean) => void;
}) {
  const [to, setTo] = useState(from[0]?.name ?? '');
  const [preview, setPreview] = useState<{ to: string; people: number; names: string[] } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const refresh = useRefresh();
  const { done, failed } = useNotes();
  const name = to.trim();
  const shown = preview?.to === name ? preview : null;
  const verb = from.length > 1 ? '合并' : '改名';
  const changesNothing = from.length === 1 && from[0]?.name === name;
  const go = async (): Promise<void> => {
    setBusy(true);
    try {
      const tag = { kind: from[0]?.kind, name };
      const body = { from: [...from], to: tag, version, preview: shown === null } as Body;
      const answer = await call(mergeTags, { body });
      if (shown === null) return setPreview({ to: name, people: answer.people, names: answer.names });
      await refresh();
      done(`已${verb}，修改了 ${answer.people} 人的记录`);
      onClose(true);
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={`标签${verb}：${from.map((tag) => tag.name).join('、')}`}
      okText={shown === null ? '预览' : verb}
      cancelText="取消"
      okButtonProps={{ loading: isBusy, disabled: name === '' || changesNothing }}
      onOk={() => void go()}
      onCancel={() => onClose(false)}
    >
      <div className="reserve-form">
        <Field label={from.length > 1 ? '合并为' : '新名称'} id="merge-to">
          <AutoComplete
            id="merge-to"
            value={to}
            options={names.map((value) => ({ value }))}
            showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
            onChange={(value: string) => setTo(value)}
          />
        </Field>
        {shown && (
          <p role="status">
            {shown.people === 0
              ? '没有人使用，只修改目录。'
              : `将修改 ${shown.people} 人的标签：${shown.names.join('、')}${
                  shown.people > shown.names.length ? '等' : ''
                }。可在“变更记录”中撤销。`}
          </p>
        )}
      </div>
    </Modal>
  );
}
