import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { newId } from '#platform/model';
import type { TargetLine } from '../../model/pools/pool.ts';
import { RuleDialog } from './rule-dialog.tsx';

/** 结构要求: how many of the members are wanted to meet what. */
export function TargetLines({
  lines,
  sentenceOf,
  onChange,
}: {
  readonly lines: readonly TargetLine[];
  /** A line's condition in words; null while it is changed and not yet saved. */
  readonly sentenceOf: (line: TargetLine) => string | null;
  readonly onChange: (lines: TargetLine[]) => void;
}) {
  const [edited, setEdited] = useState<string | null>(null);
  const change = (id: string, next: Partial<TargetLine>): void =>
    onChange(lines.map((line) => (line.id === id ? { ...line, ...next } : line)));
  const open = lines.find(({ id }) => id === edited);
  return (
    <div className="reserve-field">
      <span>结构要求</span>
      <ul className="reserve-targets">
        {lines.map((line) => {
          const { id, label, want } = line;
          return (
            <li key={id}>
              <Input
                aria-label="结构要求的名称"
                value={label}
                maxLength={40}
                autoComplete="off"
                onChange={(event) => change(id, { label: event.target.value })}
              />
              <Select<'count' | 'share'>
                aria-label={`${label}按比例还是人数`}
                value={want.kind}
                options={[
                  { value: 'share', label: '不少于（%）' },
                  { value: 'count', label: '不少于（人）' },
                ]}
                onChange={(kind) => change(id, { want: { ...want, kind } })}
              />
              <InputNumber
                aria-label={`${label}的要求`}
                min={0}
                max={want.kind === 'share' ? 100 : 100_000}
                value={want.value}
                onChange={(value) => change(id, { want: { ...want, value: value ?? 0 } })}
              />
              <span className="soft-text">{sentenceOf(line) ?? '条件已修改，保存后生效'}</span>
              <Button onClick={() => setEdited(id)}>条件</Button>
              <Button
                aria-label={`删除${label}`}
                onClick={() => onChange(lines.filter((each) => each.id !== id))}
              >
                删除
              </Button>
            </li>
          );
        })}
      </ul>
      <div>
        <Button
          onClick={() =>
            onChange([...lines, { id: newId(), label: '', question: {}, want: { kind: 'share', value: 20 } }])
          }
        >
          增加一项要求
        </Button>
      </div>
      {open && (
        <RuleDialog
          title={open.label === '' ? '结构要求的条件' : `结构要求：${open.label}`}
          question={open.question}
          withPopulation={false}
          onClose={() => setEdited(null)}
          onDone={(question) => {
            setEdited(null);
            change(open.id, { question });
          }}
        />
      )}
    </div>
  );
}
