import { Button, Dropdown } from 'antd';
import { memo } from 'react';
import type { Condition } from '#engine';
import type { SavedItem } from '../saved/use-saved.ts';
import type { SetOperation } from '../tree/set-operations.ts';

const operations: readonly { readonly key: SetOperation; readonly label: string }[] = [
  { key: 'within', label: '在结果中查询' },
  { key: 'add', label: '加入' },
  { key: 'without', label: '去除' },
];

export interface SetOperationMenuProps {
  readonly saved: readonly SavedItem[];
  readonly onCombine: (operation: SetOperation, part: Condition) => void;
}

/** 在结果中查询, 加入, 去除: by conditions that are written next, or by a saved question or list. */
export const SetOperationMenu = memo(function SetOperationMenu({ saved, onCombine }: SetOperationMenuProps) {
  return (
    <>
      {operations.map(({ key: operation, label }) => (
        <Dropdown
          key={operation}
          trigger={['click']}
          menu={{
            className: 'query-menu',
            items: [
              { key: '', label: '另列条件…' },
              ...saved.map(({ id, name, kind }) => ({
                key: id,
                label: `${kind === 'list' ? '名单' : '查询'}：${name}`,
              })),
            ],
            onClick: ({ key }) =>
              onCombine(operation, key === '' ? { op: 'all', of: [] } : { op: 'saved', id: key }),
          }}
        >
          <Button>{label} ▾</Button>
        </Dropdown>
      ))}
    </>
  );
});
