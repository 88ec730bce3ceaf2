import { Select } from 'antd';
import { useState } from 'react';
import { isPartialDate, printDate } from '#platform/model';
import { readTypedDate, useCall } from '#platform/web';
import { suggestValues } from '../../model/contracts.ts';
import { useSettled } from '../state/use-settled.ts';
import type { EditorProps, InNode } from './editor-props.ts';

/** Whole texts, one of which it must be. */
export function TextValues({ field, node, onChange }: EditorProps<InNode>) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = useSettled(typed ?? '', 150);
  const { data } = useCall(
    suggestValues,
    { body: { field: field.name, text: text.trim().slice(0, 60), limit: 20 } },
    { enabled: typed !== null, keepPrevious: true, freshFor: 30_000 },
  );
  return (
    <Select<string[]>
      mode="tags"
      aria-label={field.label}
      className="query-wide"
      value={node.values.map(String)}
      placeholder="输入完整内容，回车确认"
      options={(data?.values ?? []).map(({ label }) => ({ value: label, label }))}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onFocus={() => setTyped('')}
      onChange={(values) => onChange({ ...node, values })}
    />
  );
}

/** Numbers, one of which it must be. */
export function NumberValues({ field, node, onChange }: EditorProps<InNode>) {
  return (
    <Select<string[]>
      mode="tags"
      open={false}
      suffixIcon={null}
      aria-label={field.label}
      className="query-wide"
      value={node.values.map(String)}
      placeholder="输入数字，回车确认"
      tokenSeparators={[' ', '，', ',', '、']}
      onChange={(texts) => {
        const values = texts.filter((text) => /^-?\d{1,9}$/.test(text)).map(Number);
        onChange({ ...node, values });
      }}
    />
  );
}

/** Dates, years or months, one of which it must begin with. */
export function DateValues({ field, node, onChange }: EditorProps<InNode>) {
  return (
    <Select<string[]>
      mode="tags"
      open={false}
      suffixIcon={null}
      aria-label={field.label}
      className="query-wide"
      value={node.values.map(shown)}
      placeholder="如 1972 或 1972.11，回车确认"
      tokenSeparators={[' ', '，', ',', '、']}
      onChange={(texts) => {
        const values = texts.flatMap((text) => readTypedDate(text) ?? []);
        onChange({ ...node, values: [...new Set(values)] });
      }}
    />
  );
}

function shown(value: string | number): string {
  const text = String(value);
  return isPartialDate(text) ? printDate(text) : text;
}
