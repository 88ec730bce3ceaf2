import { Button, Drawer, Input, Checkbox } from 'antd';
import { useState } from 'react';
import { defaultColumns } from '../../model/contracts.ts';
import type { ChosenColumns } from './use-chosen-columns.ts';

const most = 40;

/** 选择列: any field of any set can be a column; those chosen come first, in their order. */
export function ColumnChooser({ columns, onClose }: { columns: ChosenColumns; onClose: () => void }) {
  const { all, chosen, choose } = columns;
  const [find, setFind] = useState('');
  const byPath = new Map(all.map((column) => [column.path, column]));
  const wanted = find.trim();
  const others = all.filter(
    (column) => !chosen.includes(column.path) && `${column.setLabel}${column.label}`.includes(wanted),
  );
  const move = (index: number, by: number): void => {
    const next = [...chosen];
    const [path] = next.splice(index, 1);
    if (path === undefined) return;
    next.splice(index + by, 0, path);
    choose(next);
  };
  return (
    <Drawer
      open
      title="选择列"
      size={420}
      onClose={onClose}
      extra={<Button onClick={() => choose(defaultColumns)}>恢复默认</Button>}
    >
      <ul className="chooser-list" aria-label="已选列">
        {chosen.map((path, index) => (
          <li key={path}>
            <Checkbox checked onChange={() => choose(chosen.filter((each) => each !== path))}>
              {byPath.get(path)?.label}
            </Checkbox>
            <span className="soft-text chooser-set">{byPath.get(path)?.setLabel}</span>
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
        placeholder="查找其他列"
        onChange={(event) => setFind(event.target.value)}
      />
      {chosen.length >= most && <p className="soft-text">最多选择 {most} 列</p>}
      <ul className="chooser-list" aria-label="其他列">
        {others.map((column) => (
          <li key={column.path}>
            <Checkbox
              checked={false}
              disabled={chosen.length >= most}
              onChange={() => choose([...chosen, column.path])}
            >
              {column.label}
            </Checkbox>
            <span className="soft-text chooser-set">{column.setLabel}</span>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
