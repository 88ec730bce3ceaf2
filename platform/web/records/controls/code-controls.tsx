import { Select, TreeSelect, type TreeSelectProps } from 'antd';
import { useMemo, type ReactNode } from 'react';
import type { CodeTable } from '#platform/model';
import {
  chosenOption,
  listOptions,
  tablesOfField,
  treeOptions,
  valueOfOption,
  type CodeOption,
} from '../code-options.ts';
import { controlStatus, type ControlProps } from './control.ts';

type TreeNode = NonNullable<TreeSelectProps['treeData']>[number];
type TreeOption = CodeOption & TreeNode;

/** The component's type for nodes may be written to, ours not; it does not write. */
function nodes(options: readonly CodeOption[]): TreeOption[] {
  return options as readonly object[] as TreeOption[];
}

function matches(text: string, search: unknown): boolean {
  return typeof search === 'string' && search.includes(text.trim().toLowerCase());
}

/** The list with a line below it while the codes of the table are not proven. */
function withNote(tables: readonly CodeTable[], list: ReactNode): ReactNode {
  const open = tables.filter((table) => !table.verified);
  if (open.length === 0) return list;
  return (
    <>
      {list}
      <div className="record-table-note">代码表未核实：{open.map((table) => table.name).join('、')}</div>
    </>
  );
}

/** A code of a flat table, found by label or code. */
export function SelectControl({ id, field, row, tables, invalid, onChange }: ControlProps) {
  const own = tablesOfField(field, tables);
  const chosen = chosenOption(field, row, tables);
  const options = useMemo(() => {
    const all = listOptions(tablesOfField(field, tables));
    return chosen && all.every((option) => option.value !== chosen.value) ? [chosen, ...all] : all;
  }, [field, tables, chosen]);
  return (
    <Select<string, CodeOption>
      id={id}
      value={chosen?.value ?? null}
      options={options}
      allowClear
      showSearch={{ filterOption: (text, option) => matches(text, option?.search) }}
      className="record-control"
      popupMatchSelectWidth={false}
      placeholder="请选择"
      notFoundContent="没有符合的代码"
      {...controlStatus(invalid)}
      optionRender={({ data }) => <OptionText option={data} />}
      popupRender={(list) => withNote(own, list)}
      onChange={(value: string | undefined) => {
        const next = valueOfOption(value);
        onChange(next.value, next.written);
      }}
    />
  );
}

/** A code of a table with levels. */
export function TreeSelectControl({ id, field, row, tables, invalid, onChange }: ControlProps) {
  const own = tablesOfField(field, tables);
  const chosen = chosenOption(field, row, tables);
  const options = useMemo(() => nodes(treeOptions(tablesOfField(field, tables))), [field, tables]);
  return (
    <TreeSelect<{ value: string; label: ReactNode }, TreeOption>
      id={id}
      {...(chosen ? { value: { value: chosen.value, label: chosen.label } } : {})}
      treeData={options}
      labelInValue
      allowClear
      treeNodeLabelProp="label"
      treeExpandAction="click"
      showSearch={{ filterTreeNode: (text, node) => matches(text, node['search']) }}
      className="record-control"
      popupMatchSelectWidth={false}
      listHeight={320}
      placeholder="请选择"
      notFoundContent="没有符合的代码"
      {...controlStatus(invalid)}
      treeTitleRender={(option) => <OptionText option={option} />}
      popupRender={(list) => withNote(own, list)}
      onChange={(value: { value: string } | undefined) => {
        const next = valueOfOption(value?.value);
        onChange(next.value, next.written);
      }}
    />
  );
}

function OptionText({ option }: { option: CodeOption }) {
  return (
    <span className="record-option">
      {option.label}
      <span className="record-option-code">
        {option.code === '' && option.search !== '' ? '无代码' : option.code}
      </span>
    </span>
  );
}
