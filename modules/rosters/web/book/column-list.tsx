import { Button, Input, InputNumber, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { CatalogueField } from '#platform/model';
import type { RosterColumn } from '../../model/roster.ts';
import { choiceOf, contentChoices, dateFormats } from './content-choices.ts';

interface ColumnListProps {
  readonly columns: readonly RosterColumn[];
  readonly fields: readonly CatalogueField[];
  readonly onChange: (columns: RosterColumn[]) => void;
}

const most = 40;

/** 列: in their order; one at a time is open for its heading, content, format and width. */
export function ColumnList({ columns, fields, onChange }: ColumnListProps) {
  const [open, setOpen] = useState<number | null>(null);
  const choices = contentChoices(fields);
  const options = choices.map(({ value, label }) => ({ value, label }));
  const move = (index: number, by: number): void => {
    const next = [...columns];
    const [moved] = next.splice(index, 1);
    if (moved) next.splice(index + by, 0, moved);
    setOpen(null);
    onChange(next);
  };
  const replace = (index: number, part: Partial<RosterColumn>): void =>
    onChange(columns.map((column, place) => (place === index ? { ...column, ...part } : column)));
  const add = (value: string): void => {
    const chosen = choices.find((each) => each.value === value);
    if (!chosen) return;
    const heading = chosen.label.slice(0, 40);
    onChange([...columns, { heading, width: 12, align: 'center', content: chosen.content }]);
    setOpen(columns.length);
  };
  return (
    <div>
      <ol className="rosters-columns" aria-label="列">
        {columns.map((column, index) => (
          <li key={`${index}:${choiceOf(column.content)}`}>
            <div className="rosters-column-line">
              <button
                type="button"
                className="rosters-column-name"
                aria-expanded={open === index}
                onClick={() => setOpen(open === index ? null : index)}
              >
                {column.heading}
              </button>
              <Button
                type="text"
                aria-label={`上移${column.heading}`}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                ↑
              </Button>
              <Button
                type="text"
                aria-label={`下移${column.heading}`}
                disabled={index === columns.length - 1}
                onClick={() => move(index, 1)}
              >
                ↓
              </Button>
              <Button
                type="text"
                aria-label={`去掉${column.heading}`}
                disabled={columns.length === 1}
                onClick={() => {
                  setOpen(null);
                  onChange(columns.filter((_, place) => place !== index));
                }}
              >
                ✕
              </Button>
            </div>
            {open === index && (
              <ColumnFields
                column={column}
                fields={fields}
                options={options}
                onChange={(part) => replace(index, part)}
                onContent={(value) => {
                  const chosen = choices.find((each) => each.value === value);
                  if (chosen) replace(index, { content: chosen.content });
                }}
              />
            )}
          </li>
        ))}
      </ol>
      <Select<string>
        className="rosters-add"
        value={null}
        placeholder="增加一列"
        aria-label="增加一列"
        disabled={columns.length >= most}
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        onChange={add}
      />
    </div>
  );
}

interface ColumnFieldsProps {
  readonly column: RosterColumn;
  readonly fields: readonly CatalogueField[];
  readonly options: { value: string; label: string }[];
  readonly onChange: (part: Partial<RosterColumn>) => void;
  readonly onContent: (value: string) => void;
}

function ColumnFields({ column, fields, options, onChange, onContent }: ColumnFieldsProps) {
  const { content } = column;
  const isDate =
    content.kind === 'field' && fields.find(({ name }) => name === content.field)?.kind === 'date';
  return (
    <div className="rosters-column-fields">
      <label>
        列名
        <Input
          value={column.heading}
          maxLength={40}
          onChange={(event) => onChange({ heading: event.target.value })}
        />
      </label>
      <label>
        内容
        <Select
          value={choiceOf(content)}
          aria-label="内容"
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
          onChange={onContent}
        />
      </label>
      {content.kind === 'pattern' && (
        <label>
          格式
          <Input
            value={content.pattern}
            maxLength={300}
            onChange={(event) => onChange({ content: { ...content, pattern: event.target.value } })}
          />
        </label>
      )}
      {content.kind === 'field' && isDate && (
        <label>
          日期
          <Select
            value={content.date ?? 'month'}
            aria-label="日期格式"
            options={[...dateFormats]}
            onChange={(date) => onChange({ content: { ...content, date } })}
          />
        </label>
      )}
      <label>
        宽度
        <InputNumber
          min={3}
          max={80}
          value={column.width}
          aria-label="宽度（半角字符）"
          onChange={(width) => onChange({ width: width ?? 10 })}
        />
      </label>
      <Segmented<RosterColumn['align']>
        aria-label="对齐"
        value={column.align}
        options={[
          { value: 'left', label: '左对齐' },
          { value: 'center', label: '居中' },
        ]}
        onChange={(align) => onChange({ align })}
      />
    </div>
  );
}
