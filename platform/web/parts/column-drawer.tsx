import { Button, Checkbox, Drawer, Input } from 'antd';
import { useMemo, useState } from 'react';
import { initialsOf } from '#platform/model';
import './column-drawer.css';

/** A column that can be chosen, by a name that is unique among all. */
export interface ColumnChoice {
  readonly name: string;
  readonly label: string;
}

/** Columns that stand together: those of a set. */
export interface ColumnGroup {
  readonly key: string;
  readonly label: string;
  readonly columns: readonly ColumnChoice[];
}

export interface ColumnDrawerProps {
  readonly groups: readonly ColumnGroup[];
  /** The names of those that are shown, in their order. */
  readonly chosen: readonly string[];
  readonly most: number;
  readonly usual: readonly string[];
  readonly onChoose: (names: readonly string[]) => void;
  readonly onClose: () => void;
}

/** 选择列: the chosen ones first in their order, then everything else by set, found by label or initials. */
export function ColumnDrawer({ groups, chosen, most, usual, onChoose, onClose }: ColumnDrawerProps) {
  const [find, setFind] = useState('');
  const known = useMemo(
    () =>
      new Map(
        groups.flatMap((group) => group.columns.map(({ name, label }) => [name, { label, group }] as const)),
      ),
    [groups],
  );
  const wanted = find.trim().toLowerCase();
  const isFound = (group: ColumnGroup, label: string): boolean =>
    group.label.includes(wanted) ||
    label.toLowerCase().includes(wanted) ||
    initialsOf(label).includes(wanted);
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
      extra={<Button onClick={() => onChoose(usual)}>恢复默认</Button>}
    >
      <ul className="column-list" aria-label="已选列">
        {chosen.map((name, index) => (
          <li key={name}>
            <Checkbox checked onChange={() => onChoose(chosen.filter((each) => each !== name))}>
              {known.get(name)?.label ?? name}
            </Checkbox>
            <span className="soft-text column-group">{known.get(name)?.group.label}</span>
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
      {chosen.length >= most && <p className="soft-text">最多选择 {most} 列</p>}
      {groups.map((group) => {
        const others = group.columns.filter(
          ({ name, label }) => !chosen.includes(name) && isFound(group, label),
        );
        return others.length === 0 ? null : (
          <section key={group.key} aria-label={group.label}>
            <h3 className="column-set">{group.label}</h3>
            <ul className="column-list">
              {others.map(({ name, label }) => (
                <li key={name}>
                  <Checkbox
                    checked={false}
                    disabled={chosen.length >= most}
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
