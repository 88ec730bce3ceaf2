import { Button, Dropdown } from 'antd';
import { memo } from 'react';
import type { SavedItem } from '../saved/use-saved.ts';

export interface SaveButtonsProps {
  readonly opened: SavedItem | null;
  readonly onAgain: (item: SavedItem) => void;
  readonly onSave: (what: 'question' | 'list') => void;
  readonly onSavedList: () => void;
}

/** 打开 and 保存, the latter with what else can be kept. */
export const SaveButtons = memo(function SaveButtons(props: SaveButtonsProps) {
  const { opened, onAgain, onSave, onSavedList } = props;
  const mine = opened?.mine ? opened : null;
  return (
    <div className="query-save">
      <Button onClick={onSavedList}>打开</Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(mine ? [{ key: 'again', label: `保存对“${mine.name}”的修改` }] : []),
            { key: 'question', label: mine ? '另存为查询方案' : '保存为查询方案' },
            { key: 'list', label: '全部结果存为名单' },
          ],
          onClick: ({ key }) => {
            if (key === 'again' && mine) onAgain(mine);
            else onSave(key === 'list' ? 'list' : 'question');
          },
        }}
      >
        <Button type="primary">保存 ▾</Button>
      </Dropdown>
    </div>
  );
});
