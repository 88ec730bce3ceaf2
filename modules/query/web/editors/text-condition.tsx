import { AutoComplete, Input } from 'antd';
import { useState } from 'react';
import { useCall } from '#platform/web';
import { suggestValues } from '../../model/contracts.ts';
import { useSettled } from '../state/use-settled.ts';
import type { EditorProps, TextNode } from './editor-props.ts';

/** What a text contains, begins with, or the initials of; with values that records hold as they are typed. */
export function TextCondition({ field, node, onChange }: EditorProps<TextNode>) {
  const [open, setOpen] = useState(false);
  const text = useSettled(node.text.trim(), 150);
  // Long texts have no common values; initials are no values at all.
  const suggests = field.kind !== 'paragraph' && node.op !== 'initials';
  const { data } = useCall(
    suggestValues,
    { body: { field: field.name, text: text.slice(0, 60), limit: 12 } },
    { enabled: open && suggests, keepPrevious: true, freshFor: 30_000 },
  );
  const given = {
    'aria-label': field.label,
    autoComplete: 'off',
    maxLength: 200,
    placeholder: node.op === 'initials' ? '拼音首字母，如 zjg' : '文字，两个字即可',
  };
  const change = (next: string): void => onChange({ ...node, text: next });
  if (!suggests) {
    return <Input {...given} allowClear value={node.text} onChange={(event) => change(event.target.value)} />;
  }
  return (
    <AutoComplete
      value={node.text}
      className="query-wide"
      options={(data?.values ?? []).map(({ label, count }) => ({
        value: label,
        label: (
          <span className="query-suggestion">
            <span>{label}</span>
            <span className="soft-text">{count.toLocaleString('zh-CN')}</span>
          </span>
        ),
      }))}
      onFocus={() => setOpen(true)}
      onChange={(next: string | undefined) => change(next ?? '')}
    >
      <Input {...given} allowClear />
    </AutoComplete>
  );
}
