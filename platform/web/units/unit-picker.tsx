import { Button, TreeSelect, type TreeSelectProps } from 'antd';
import { useMemo, useState } from 'react';
import { forestOf, unitPath, type TreeUnit, type UnitForest } from './tree-rows.ts';

export interface UnitPickerProps {
  readonly units: readonly TreeUnit[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

type TreeNode = NonNullable<TreeSelectProps['treeData']>[number];

interface PickerNode extends TreeNode {
  value: string;
  title: string;
  /** Name, initials and former names in lower case. */
  find: string;
  children: PickerNode[];
}

function nodesOf(forest: UnitForest, parent: string | null): PickerNode[] {
  return (forest.children.get(parent) ?? []).map((unit) => ({
    value: unit.id,
    title: unit.abolished ? `${unit.name}（已撤销）` : unit.name,
    find: [unit.name, unit.pinyin, ...(unit.formerNames ?? [])].join(' ').toLowerCase(),
    children: nodesOf(forest, unit.id),
  }));
}

/** Chooses one unit out of the tree, by name or initials. */
export function UnitPicker(props: UnitPickerProps) {
  const { units, value, onChange, id, label, placeholder = '选择机构', disabled } = props;
  const forest = useMemo(() => forestOf(units), [units]);
  const nodes = useMemo(() => nodesOf(forest, null), [forest]);
  const top = useMemo(() => nodes.map((node) => node.value), [nodes]);
  const unknown = value !== null && units.length > 0 && !forest.byId.has(value);
  const [showUnknown, setShowUnknown] = useState(true);
  if (unknown && showUnknown) {
    return (
      <span className="unit-picker-gone">
        <span className="warn-text">（机构已不存在）</span>
        {!disabled && <Button onClick={() => setShowUnknown(false)}>重新选择</Button>}
      </span>
    );
  }
  return (
    <TreeSelect<string | null, PickerNode>
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      value={unknown ? null : value}
      treeData={nodes}
      treeDefaultExpandedKeys={top}
      showSearch={{
        filterTreeNode: (text, node) => {
          const wanted = text.trim().toLowerCase();
          return typeof node['find'] === 'string' && node['find'].includes(wanted);
        },
      }}
      allowClear
      disabled={disabled ?? false}
      placeholder={placeholder}
      popupMatchSelectWidth={false}
      className="unit-picker"
      title={value ? unitPath(forest, value).join(' / ') : ''}
      onChange={(next: string | null | undefined) => onChange(next ?? null)}
    />
  );
}
