import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { Condition, Population, Question } from '#engine';
import type { PeopleSelection } from '../answer/people-selection.ts';
import type { AnswerBody, AnswerState } from '../answer/use-answer.ts';
import { SaveDialog } from '../saved/save-dialog.tsx';
import type { SavedItem } from '../saved/use-saved.ts';
import type { AskedState } from '../state/use-asked.ts';
import { useStable } from '../state/use-stable.ts';
import { combined, type SetOperation } from '../tree/set-operations.ts';
import { AsOfControl } from './as-of-control.tsx';
import { useOfficeClock } from '#platform/web';
import { ChosenActions } from './chosen-actions.tsx';
import { PopulationControl, populationNames } from './population-control.tsx';
import { SaveButtons } from './save-buttons.tsx';
import { SetOperationMenu } from './set-operation-menu.tsx';
import { useSaving } from './use-saving.ts';

export interface QueryBarProps {
  readonly state: AskedState;
  readonly found: AnswerState;
  readonly body: AnswerBody;
  readonly isFetching: boolean;
  readonly saved: readonly SavedItem[];
  /** The saved question that was opened last. */
  readonly opened: SavedItem | null;
  readonly selection: PeopleSelection;
  readonly columns: readonly string[];
  readonly narrow: boolean;
  readonly onOpened: (item: SavedItem | null) => void;
  readonly onSavedList: () => void;
}

/** The question in words, its date, whom it is asked of, how many it finds, and what can be done with them. */
export function QueryBar(props: QueryBarProps) {
  const { state, found, body, isFetching, saved, opened, selection, columns, narrow, onSavedList } = props;
  const { asked, change, edit, unreadable } = state;
  const [bounds, setBounds] = useState(false);
  const clock = useOfficeClock();
  const [today] = useState(() => clock.day());
  const { answer, error } = found;
  const chosen = selection.ids.size;
  const count = answer?.count ?? 0;
  const saving = useSaving({ asked, body, answer, columns, selection, onOpened: props.onOpened });
  const setDialog = saving.ask;
  const ofPeople = useStable((population: Population) =>
    edit(({ where }: Question) => ({
      ...(where ? { where } : {}),
      ...(population === 'current' ? {} : { population }),
    })),
  );
  const goTo = useStable((asOf: string | undefined) => change({ asOf }, 'asOf'));
  const combine = useStable((operation: SetOperation, part: Condition) => {
    setBounds(false);
    edit((now) => combined(now, operation, part));
  });

  const population = asked.question.population ?? 'current';
  const saveButtons = (
    <SaveButtons opened={opened} onAgain={saving.again} onSave={setDialog} onSavedList={onSavedList} />
  );
  const whom = <PopulationControl population={population} onChange={ofPeople} />;
  const date = <AsOfControl asOf={asked.asOf} today={today} onChange={goTo} />;
  const sets = <SetOperationMenu saved={saved} onCombine={combine} />;
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
        {!narrow && saveButtons}
      </div>
      <div className="query-bar-line">
        {narrow ? (
          <>
            <Button className="query-bounds" onClick={() => setBounds(true)}>
              {populationNames[population]} · {(asked.asOf ?? today).replaceAll('-', '.')} ▾
            </Button>
            <span className="query-gap" />
            {saveButtons}
          </>
        ) : (
          <>
            {whom}
            {date}
            <span className="query-gap" />
            {chosen === 0 && sets}
          </>
        )}
        {chosen > 0 && (
          <ChosenActions
            selection={selection}
            count={count}
            narrow={narrow}
            onAll={saving.chooseAll}
            onList={() => setDialog('list')}
          />
        )}
      </div>
      {bounds && (
        <Drawer
          open
          placement="bottom"
          size={360}
          title="人员范围和截止时间"
          className="query-bounds-sheet"
          onClose={() => setBounds(false)}
        >
          {whom}
          {date}
          <div className="query-chips">{sets}</div>
        </Drawer>
      )}
      {saving.dialog === 'question' && (
        <SaveDialog
          title="保存查询方案"
          name={opened ? `${opened.name}（副本）` : ''}
          {...(asked.asOf ? { note: `打开时的截止时间固定为 ${asked.asOf}。` } : {})}
          onSave={saving.question}
          onClose={() => setDialog(null)}
        />
      )}
      {saving.dialog === 'list' && (
        <SaveDialog
          title="保存名单"
          note={`名单记下当前的 ${(chosen || count).toLocaleString('zh-CN')} 人，以后不随条件变化。`}
          onSave={saving.list}
          onClose={() => setDialog(null)}
        />
      )}
    </header>
  );
}
