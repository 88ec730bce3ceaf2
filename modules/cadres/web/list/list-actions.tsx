import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useCan, useNarrow, useNotes } from '#platform/web';
import { SuggestionBatch } from '../suggestions/suggestion-batch.tsx';
import { collectIds } from './collect-ids.ts';
import { CreateDialog } from './create-dialog.tsx';
import type { Selection } from './selection.ts';

/** How many people one export can name; more are exported by unit on the export page. */
const mostNamed = 20_000;

export interface ListActionsProps {
  readonly unit: string | null;
  readonly find: string;
  readonly total: number;
  readonly selection: Selection;
  readonly onColumns: () => void;
}

/** What can be done with the list and with the people chosen. */
export function ListActions({ unit, find, total, selection, onColumns }: ListActionsProps) {
  const navigate = useNavigate();
  const notes = useNotes();
  const [dialog, setDialog] = useState<'create' | 'suggestions' | null>(null);
  const [collecting, setCollecting] = useState(false);
  const mayEdit = useCan('cadre:edit');
  const mayExport = useCan('form:export');
  const narrow = useNarrow();
  const chosen = selection.ids.size;
  const scope = { ...(unit ? { unit } : {}), ...(find ? { find } : {}) };

  const collect = async (): Promise<void> => {
    setCollecting(true);
    try {
      selection.set(await collectIds(scope), true);
    } catch (error) {
      notes.failed(error);
    } finally {
      setCollecting(false);
    }
  };
  const exportChosen = (): void => {
    void navigate({ to: '/export', state: { exportIds: [...selection.ids] } });
  };

  return (
    <div className="list-actions">
      {chosen > 0 ? (
        <>
          <span aria-live="polite">已选 {chosen.toLocaleString('zh-CN')} 人</span>
          {mayExport && (
            <Button type="primary" disabled={chosen > mostNamed} onClick={exportChosen}>
              导出任免表
            </Button>
          )}
          <Button onClick={selection.clear}>取消选择</Button>
        </>
      ) : (
        <span aria-live="polite">共 {total.toLocaleString('zh-CN')} 人</span>
      )}
      {total > 0 && chosen < total && total <= mostNamed && (
        <Button loading={collecting} onClick={() => void collect()}>
          {narrow ? '全选' : `全选 ${total.toLocaleString('zh-CN')} 人`}
        </Button>
      )}
      <span className="list-actions-gap" />
      {mayEdit && <Button onClick={() => setDialog('create')}>新增干部</Button>}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(mayEdit ? [{ key: 'suggestions', label: '批量采纳建议' }] : []),
            { key: 'columns', label: '选择列' },
          ],
          onClick: ({ key }) => (key === 'columns' ? onColumns() : setDialog('suggestions')),
        }}
      >
        <Button>更多 ▾</Button>
      </Dropdown>
      {dialog === 'create' && (
        <CreateDialog unit={unit === 'none' ? null : unit} onClose={() => setDialog(null)} />
      )}
      {dialog === 'suggestions' && (
        <SuggestionBatch
          {...(chosen > 0 ? { ids: [...selection.ids] } : {})}
          {...(unit ? { unit } : {})}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}
