import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown, Segmented } from 'antd';
import { useState } from 'react';
import type { Population } from '#engine';
import { mostCompared, useCompareWith } from '#modules/cadres/web';
import { call, useCan, useNarrow, useNotes } from '#platform/web';
import { runQueryIds } from '../../model/contracts.ts';
import { createSavedQuery, updateSavedQuery } from '../../model/saved-contracts.ts';
import type { PeopleSelection } from '../answer/people-selection.ts';
import type { AnswerState } from '../answer/use-answer.ts';
import { SaveDialog } from '../saved/save-dialog.tsx';
import { useRefreshSaved, type SavedItem } from '../saved/use-saved.ts';
import type { AskedState } from '../state/use-asked.ts';
import { askable } from '../tree/askable.ts';
import { combined } from '../tree/set-operations.ts';
import { AsOfControl } from './as-of-control.tsx';
import { localToday } from './as-of-dates.ts';
import { SetOperationMenu } from './set-operation-menu.tsx';

export interface QueryBarProps {
  readonly state: AskedState;
  readonly found: AnswerState;
  readonly isFetching: boolean;
  readonly saved: readonly SavedItem[];
  /** The saved question that was opened last. */
  readonly opened: SavedItem | null;
  readonly selection: PeopleSelection;
  readonly columns: readonly string[];
  readonly onOpened: (item: SavedItem | null) => void;
  readonly onSavedList: () => void;
}

/** How many people an export names at most. */
const mostNamed = 20_000;

/** The question in words, its date, whom it is asked of, how many it finds, and what can be done with them. */
export function QueryBar(props: QueryBarProps) {
  const { state, found, isFetching, saved, opened, selection, columns, onOpened, onSavedList } = props;
  const { asked, change, edit, unreadable } = state;
  const navigate = useNavigate();
  const notes = useNotes();
  const refresh = useRefreshSaved();
  const narrow = useNarrow();
  const mayExport = useCan('form:export');
  const [dialog, setDialog] = useState<'question' | 'list' | null>(null);
  const [today] = useState(() => localToday(new Date()));
  const { answer, body, error } = found;
  const chosen = selection.ids.size;
  const compareWith = useCompareWith();
  const count = answer?.count ?? 0;

  const question = askable(asked.question).question;
  const view = {
    columns: [...columns],
    ...(asked.sort?.length ? { sort: [...asked.sort] } : {}),
    ...(asked.asOf ? { asOf: asked.asOf } : {}),
  };
  const allIds = async (): Promise<string[]> => {
    const { question: where, asOf, sort } = body;
    const asking = { question: where, ...(asOf ? { asOf } : {}), ...(sort ? { sort } : {}) };
    return (await call(runQueryIds, { body: asking })).ids;
  };
  const trying = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (problem) {
      notes.failed(problem);
    }
    refresh();
  };
  const saveQuestion = async (given: { name: string; shared: boolean }): Promise<void> =>
    trying(async () => {
      const made = await call(createSavedQuery, { body: { kind: 'question', question, ...given, ...view } });
      const sentence = answer?.sentence ?? '';
      const mine = { mine: true, ownerName: '', updatedAt: '', sentence, mayTakeOver: false };
      onOpened({ ...made, ...given, ...mine, kind: 'question' });
      setDialog(null);
      notes.done(`已保存“${given.name}”`);
    });
  const saveAgain = async (item: SavedItem): Promise<void> =>
    trying(async () => {
      const { id, version, name, shared } = item;
      const made = await call(updateSavedQuery, {
        params: { id },
        body: { version, saved: { kind: 'question', question, name, shared, ...view } },
      });
      onOpened({ ...item, ...made });
      notes.done(`已保存“${name}”`);
    });
  const saveList = async (given: { name: string; shared: boolean }): Promise<void> =>
    trying(async () => {
      const ids = chosen > 0 ? [...selection.ids] : await allIds();
      await call(createSavedQuery, { body: { kind: 'list', ids, ...given } });
      setDialog(null);
      notes.done(`已存为名单“${given.name}”，共 ${ids.length.toLocaleString('zh-CN')} 人`);
    });
  const exportForms = (): void => {
    void navigate({ to: '/export', state: { exportPeople: { ids: [...selection.ids], count: chosen } } });
  };

  return (
    <header className="query-bar">
      <div className="query-bar-line">
        <div className="query-total" aria-live="polite" aria-busy={isFetching}>
          <strong>{answer ? count.toLocaleString('zh-CN') : '…'}</strong> 人
        </div>
        <div className="query-sentence">
          <h1>{opened ? opened.name : '查询'}</h1>
          <p>
            {error && answer ? '条件有误，下面的结果没有更新。' : (answer?.sentence ?? '')}
            {unreadable && ' 地址中的查询不完整，没有打开。'}
          </p>
        </div>
        {!narrow && <SaveButtons {...{ opened, saveAgain, setDialog, onSavedList }} />}
      </div>
      <div className="query-bar-line">
        <Segmented<Population>
          aria-label="人员范围"
          value={asked.question.population ?? 'current'}
          options={[
            { value: 'current', label: '在册' },
            { value: 'serving', label: '在职' },
            { value: 'all', label: '含历史人员' },
          ]}
          onChange={(population) =>
            edit(({ where }) => ({
              ...(where ? { where } : {}),
              ...(population === 'current' ? {} : { population }),
            }))
          }
        />
        {narrow && <SaveButtons {...{ opened, saveAgain, setDialog, onSavedList }} />}
        <AsOfControl asOf={asked.asOf} today={today} onChange={(asOf) => change({ asOf }, 'asOf')} />
        <span className="query-gap" />
        {chosen > 0 ? (
          <>
            <span aria-live="polite">已选 {chosen.toLocaleString('zh-CN')} 人</span>
            {chosen < count && (
              <Button onClick={() => void trying(async () => selection.addAll(await allIds()))}>全选</Button>
            )}
            <Button type="primary" onClick={() => setDialog('list')}>
              存为名单
            </Button>
            {compareWith && chosen >= 2 && chosen <= mostCompared && (
              <Button onClick={() => compareWith([...selection.ids])}>比较</Button>
            )}
            {mayExport && (
              <Button disabled={chosen > mostNamed} onClick={exportForms}>
                导出任免表
              </Button>
            )}
            <Button onClick={selection.clear}>取消选择</Button>
          </>
        ) : (
          !narrow && (
            <SetOperationMenu
              saved={saved}
              onCombine={(operation, part) => edit((now) => combined(now, operation, part))}
            />
          )
        )}
      </div>
      {dialog === 'question' && (
        <SaveDialog
          what="查询方案"
          name={opened ? `${opened.name}（副本）` : ''}
          {...(asked.asOf ? { note: `打开时的截止时间固定为 ${asked.asOf}。` } : {})}
          onSave={saveQuestion}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'list' && (
        <SaveDialog
          what="名单"
          note={`名单记下当前的 ${(chosen || count).toLocaleString('zh-CN')} 人，以后不随条件变化。`}
          onSave={saveList}
          onClose={() => setDialog(null)}
        />
      )}
    </header>
  );
}

interface SaveButtonsProps {
  readonly opened: SavedItem | null;
  readonly saveAgain: (item: SavedItem) => Promise<void>;
  readonly setDialog: (dialog: 'question' | 'list') => void;
  readonly onSavedList: () => void;
}

/** 打开 and 保存, the latter with what else can be kept. */
function SaveButtons({ opened, saveAgain, setDialog, onSavedList }: SaveButtonsProps) {
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
            if (key === 'again' && mine) void saveAgain(mine);
            else setDialog(key === 'list' ? 'list' : 'question');
          },
        }}
      >
        <Button type="primary">保存 ▾</Button>
      </Dropdown>
    </div>
  );
}
