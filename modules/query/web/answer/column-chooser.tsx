import { Button, Checkbox, Drawer, Input } from 'antd';
import { useMemo, useState } from 'react';
import { foundGroups } from '../catalogue/field-groups.ts';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';
import { columnFields, mostColumns, usualColumns } from './shown-columns.ts';

export interface ColumnChooserProps {
  readonly catalogue: PageCatalogue;
  readonly chosen: readonly string[];
  readonly onChoose: (names: readonly string[]) => void;
  readonly onClose: () => void;
}

/** 选择列: the chosen ones first in their order, then everything else by set. */
export function ColumnChooser({ catalogue, chosen, onChoose, onClose }: ColumnChooserProps) {
  const [find, setFind] = useState('');
  const groups = useMemo(() => {
    const fields = columnFields(catalogue);
    const facts = fields.filter(({ set }) => set === undefined);
    return [
      { key: 'facts', label: '常用', rows: null, fields: facts },
      ...catalogue.sets.map((set) => ({
        key: set.name,
        label: set.label,
        rows: null,
        fields: fields.filter((field) => field.set === set.name),
      })),
    ];
  }, [catalogue]);
  const found = foundGroups(groups, find);
  const move = (index: number, by: number): void => {
    const next = [...chosen];
    const [name] = next.splice(index, 1);
    if (name === undefined) return;
    next.splice(index + by, 0, name);
    onChoose(next);
  };
  return (
    <Drawer
      open
      title="选择列"
      size={420}
      onClose={onClose}
      extra={<Button onClick={() => onChoose(usualColumns)}>恢复默认</Button>}
    >
      <ul className="query-columns" aria-label="已选列">
        {chosen.map((name, index) => (
          <li key={name}>
            <Checkbox checked onChange={() => onChoose(chosen.filter((each) => each !== name))}>
              {catalogue.field(name)?.label ?? name}
            </Checkbox>
            <Button type="text" aria-label="上移" disabled={index === 0} onClick={() => move(index, -1)}>
              ↑
            </Button>
            <Button
              type="text"
              aria-label="下移"
              disabled={index === chosen.length - 1}
              onClick={() => move(index, 1)}
            >
              ↓
            </Button>
          </li>
        ))}
      </ul>
      <Input
        value={find}
        allowClear
        aria-label="查找列"
        placeholder="查找其他列，可用拼音首字母"
        onChange={(event) => setFind(event.target.value)}
      />
      {chosen.length >= mostColumns && <p className="soft-text">最多选择 {mostColumns} 列</p>}
      {found.map((group) => {
        const others = group.fields.filter(({ name }) => !chosen.includes(name));
        return others.length === 0 ? null : (
          <section key={group.key} aria-label={group.label}>
            <h3 className="query-columns-set">{group.label}</h3>
            <ul className="query-columns">
              {others.map(({ name, label }) => (
                <li key={name}>
                  <Checkbox
                    checked={false}
                    disabled={chosen.length >= mostColumns}
                    onChange={() => onChoose([...chosen, name])}
                  >
                    {label}
                  </Checkbox>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </Drawer>
  );
}
