import { Input, Modal } from 'antd';
import { useMemo, useState } from 'react';
import type { Condition } from '#engine';
import { EmptyState } from '#platform/web';
import { fieldGroups, foundGroups, type FieldGroup } from '../catalogue/field-groups.ts';
import { firstCondition, firstRows } from '../catalogue/first-condition.ts';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';

export interface FieldPickerProps {
  readonly catalogue: PageCatalogue;
  /** The set whose rows are asked about; null for people. */
  readonly within: string | null;
  /** Saved questions and lists that can be a condition. */
  readonly saved: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: 'question' | 'list';
  }[];
  readonly onPick: (condition: Condition) => void;
  readonly onClose: () => void;
}

/** 选择条件: everything that can be asked for, found by label or initials. */
export function FieldPicker({ catalogue, within, saved, onPick, onClose }: FieldPickerProps) {
  const [find, setFind] = useState('');
  const groups = useMemo(() => fieldGroups(catalogue, within), [catalogue, within]);
  const found = useMemo(() => foundGroups(groups, find), [groups, find]);
  const savedFound = within === null ? saved.filter(({ name }) => name.includes(find.trim())) : [];
  const pick = (group: FieldGroup, field: FieldGroup['fields'][number]): void => {
    const condition = firstCondition(field);
    onPick(group.rows && within === null ? firstRows(group.rows.name, [condition]) : condition);
  };
  const first = found[0];
  const firstField = first?.fields[0];
  return (
    <Modal open title="选择条件" footer={null} width={640} onCancel={onClose} className="query-picker">
      <Input
        value={find}
        allowClear
        autoFocus
        autoComplete="off"
        aria-label="查找条件"
        placeholder="名称或拼音首字母，如 入党时间、rdsj"
        onChange={(event) => setFind(event.target.value)}
        onPressEnter={() => {
          if (find.trim() !== '' && first && firstField) pick(first, firstField);
        }}
      />
      <div className="query-picker-list">
        {found.map((group) => (
          <section key={group.key} aria-label={group.label}>
            <h3>
              {group.label}
              {group.rows && within === null && (
                <button
                  type="button"
                  className="query-chip"
                  onClick={() => onPick(firstRows(group.rows?.name ?? group.key))}
                >
                  按{catalogue.rowWords(group.key).noun}逐条查
                </button>
              )}
            </h3>
            <div className="query-chips">
              {group.fields.map((field) => (
                <button
                  key={field.name}
                  type="button"
                  className="query-chip"
                  title={field.name}
                  onClick={() => pick(group, field)}
                >
                  {field.label}
                </button>
              ))}
            </div>
          </section>
        ))}
        {savedFound.length > 0 && (
          <section aria-label="已存的查询和名单">
            <h3>已存的查询和名单</h3>
            <div className="query-chips">
              {savedFound.map(({ id, name, kind }) => (
                <button
                  key={id}
                  type="button"
                  className="query-chip"
                  onClick={() => onPick({ op: 'saved', id })}
                >
                  {name}
                  <span className="soft-text">{kind === 'list' ? '　名单' : '　查询'}</span>
                </button>
              ))}
            </div>
          </section>
        )}
        {found.length === 0 && savedFound.length === 0 && (
          <EmptyState
            title="没有这样的条件"
            hint="这里按名称查找条件，如“现职务层次”“最高学历”；具体的层次、学历、机构等，选定条件后再填写。"
          />
        )}
      </div>
    </Modal>
  );
}
