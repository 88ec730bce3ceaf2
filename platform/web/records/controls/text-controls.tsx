import { AutoComplete, Input, InputNumber } from 'antd';
import { useMemo } from 'react';
import { textOf, valueOf } from '#platform/model';
import { controlStatus, type ControlProps } from './control.ts';

const mostSuggestions = 60;

function valueFor(text: string): string | null {
  return text === '' ? null : text;
}

/** One line of text; also a code whose table nobody has. */
export function TextControl({ id, field, row, invalid, onChange }: ControlProps) {
  return (
    <Input
      id={id}
      value={textOf(row, field.key)}
      autoComplete="off"
      aria-invalid={invalid}
      {...controlStatus(invalid)}
      onChange={(event) => onChange(valueFor(event.target.value))}
      onBlur={(event) => {
        const trimmed = event.target.value.trim();
        if (trimmed !== event.target.value) onChange(valueFor(trimmed));
      }}
    />
  );
}

/** About as many lines as the text takes; browsers that can fit the height to the content do it by themselves. */
function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 36)), 0);
  return Math.min(Math.max(lines, 2), 24);
}

/** Several lines. */
export function ParagraphControl({ id, field, row, invalid, onChange }: ControlProps) {
  return (
    <Input.TextArea
      id={id}
      value={textOf(row, field.key)}
      rows={rowsFor(textOf(row, field.key))}
      className="record-paragraph"
      aria-invalid={invalid}
      {...controlStatus(invalid)}
      onChange={(event) => onChange(valueFor(event.target.value))}
    />
  );
}

/** A whole number. */
export function NumberControl({ id, field, row, invalid, onChange }: ControlProps) {
  const value = valueOf(row, field.key);
  return (
    <InputNumber<number>
      id={id}
      value={typeof value === 'number' ? value : null}
      precision={0}
      className="record-control"
      aria-invalid={invalid}
      {...controlStatus(invalid)}
      onChange={(next) => onChange(next ?? null)}
    />
  );
}

/** Free text for which the labels of a table are offered. */
export function ComboControl({ id, field, row, tables, invalid, onChange }: ControlProps) {
  const value = textOf(row, field.key);
  const table = tables.get(field.suggest ?? '');
  const options = useMemo(() => {
    const wanted = value.trim();
    const items = table?.items ?? [];
    const known = items.some((item) => item.label === wanted);
    return items
      .filter((item) => wanted === '' || known || item.label.includes(wanted))
      .slice(0, mostSuggestions)
      .map((item) => ({ value: item.label }));
  }, [table, value]);
  return (
    <AutoComplete
      id={id}
      value={value}
      options={options}
      className="record-control"
      {...controlStatus(invalid)}
      onChange={(next: string | undefined) => onChange(valueFor(next ?? ''))}
    />
  );
}
