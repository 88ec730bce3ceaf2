import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useCan, useNarrow, useNotes } from '#platform/web';
import type { PeopleScope } from '../../model/contracts.ts';
import { SuggestionBatch } from '../suggestions/suggestion-batch.tsx';
import { collectIds } from './collect-ids.ts';
import { CreateDialog } from './create-dialog.tsx';
import type { ListAction } from './list-action.ts';
import { useChoosable, type Selection } from './selection.ts';

/** How many people a request can name; a whole list is handed over as such, however long it is. */
const mostNamed = 20_000;

export interface ListActionsProps {
  readonly unit: string | null;
  readonly find: string;
  readonly total: number;
  readonly selection: Selection;
  readonly onColumns: () => void;
  /** What other modules do with the people chosen. */
  readonly actions: readonly ListAction[];
}

/** What can be done with the list and with the people chosen. */
export function ListActions({ unit, find, total, selection, onColumns, actions }: ListActionsProps) {
  const navigate = useNavigate();
  const notes = useNotes();
  const [dialog, setDialog] = useState<'create' | 'suggestions' | null>(null);
  const [collecting, setCollecting] = useState(false);
  const mayEdit = useCan('cadre:edit');
  const choosable = useChoosable();
  const mayExport = useCan('form:export');
  const narrow = useNarrow();
  const chosen = selection.count;
  const named = (selection.people.ids ?? selection.people.except ?? []).length;
  const tooMany = (find !== '' && chosen === 0 ? total : named) > mostNamed;
  const scope = { ...(unit ? { unit } : {}), ...(find ? { find } : {}) };

  /** What was looked for is not handed on: the people found are named. */
  const chooseAll = async (): Promise<void> => {
    if (find === '') return selection.setAll();
    setCollecting(true);
    try {
      selection.set(await collectIds(scope), true);
    } catch (error) {
      notes.failed(error);
    } finally {
      setCollecting(false);
    }
  };
  /** Without a choice a batch is for the list that is shown, also where it was searched for. */
  const openSuggestions = async (): Promise<void> => {
    if (chosen === 0 && find !== '') await chooseAll();
    setDialog('suggestions');
  };
  const batchOf = (): PeopleScope => {
    if (chosen > 0) return selection.people;
    return find !== '' ? { ids: [] } : unit ? { unit } : {};
  };
  const exportChosen = (): void => {
    void navigate({ to: '/export', state: { exportPeople: { ...selection.people, count: chosen } } });
  };

  return (
    <div className="list-actions">
      {chosen > 0 ? (
        <>
          <span aria-live="polite">已选 {chosen.toLocaleString('zh-CN')} 人</span>
          {mayExport && (
            <Button type="primary" disabled={tooMany} onClick={exportChosen}>
              导出任免表
            </Button>
          )}
          {!tooMany &&
            actions.map((Action, index) => (
              // The list of actions never changes.
              <Action key={index} people={{ ...selection.people, count: chosen }} />
            ))}
          <Button onClick={selection.clear}>取消选择</Button>
        </>
      ) : (
        <span aria-live="polite">共 {total.toLocaleString('zh-CN')} 人</span>
      )}
      {choosable && total > 0 && chosen < total && (find === '' || total <= mostNamed) && (
        <Button loading={collecting} onClick={() => void chooseAll()}>
          {narrow ? '全选' : `全选 ${total.toLocaleString('zh-CN')} 人`}
        </Button>
      )}
      <span className="list-actions-gap" />
      {mayEdit && <Button onClick={() => setDialog('create')}>新增干部</Button>}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(mayEdit ? [{ key: 'suggestions', label: '批量采纳建议', disabled: tooMany }] : []),
            { key: 'columns', label: '选择列' },
          ],
          onClick: ({ key }) => (key === 'columns' ? onColumns() : void openSuggestions()),
        }}
      >
        <Button>更多 ▾</Button>
      </Dropdown>
      {dialog === 'create' && (
        <CreateDialog unit={unit === 'none' ? null : unit} onClose={() => setDialog(null)} />
      )}
      {dialog === 'suggestions' && <SuggestionBatch people={batchOf()} onClose={() => setDialog(null)} />}
    </div>
  );
}
