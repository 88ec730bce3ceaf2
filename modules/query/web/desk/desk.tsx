import { Button, Segmented } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Question } from '#engine';
import { useNarrow, useRemembered, useWide } from '#platform/web';
import { ColumnChooser } from '../answer/column-chooser.tsx';
import { usePeopleSelection } from '../answer/people-selection.ts';
import { ResultPane } from '../answer/result-pane.tsx';
import { useAnswer } from '../answer/use-answer.ts';
import { QueryBar } from '../bar/query-bar.tsx';
import { ConditionBuilder } from '../builder/condition-builder.tsx';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';
import { FacetPane } from '../facets/facet-pane.tsx';
import type { PeopleAction } from '../people-action.ts';
import { QueryExamples } from '../saved/query-examples.tsx';
import { SavedDrawer } from '../saved/saved-drawer.tsx';
import { useRemember } from '../saved/use-remember.ts';
import { useSaved, type SavedItem } from '../saved/use-saved.ts';
import type { Asked } from '../state/fragment.ts';
import type { AskedState } from '../state/use-asked.ts';
import { useStable } from '../state/use-stable.ts';
import { isGroup, grouped } from '../tree/tree-nodes.ts';
import { ResultHead } from './result-head.tsx';
import { useColumns } from './use-columns.ts';
import { usePeopleFound } from './use-people-found.ts';

export interface DeskProps {
  readonly catalogue: PageCatalogue;
  readonly actions: readonly PeopleAction[];
  readonly state: AskedState;
  /** The saved question that was opened last. */
  readonly opened: SavedItem | null;
  readonly onOpened: (item: SavedItem | null) => void;
  readonly onOpen: (asked: Asked, item: SavedItem | null) => void;
}

type Part = 'conditions' | 'facets' | 'result';

/** Conditions, facets and the list beside each other; on a phone one after the other. */
export function Desk({ catalogue, actions, state, opened, onOpened, onOpen }: DeskProps) {
  const { asked, change, edit, undo, redo, canUndo, canRedo } = state;
  const narrow = useNarrow();
  const wide = useWide();
  const [look, setLook] = useRemembered('query-look', narrow ? 'list' : 'table');
  const [part, setPart] = useState<Part>(() => (asksNothing(asked.question) ? 'conditions' : 'result'));
  const [facetsShown, showFacets] = useState<boolean | null>(null);
  const [choosingColumns, chooseColumns] = useState(false);
  const [drawer, setDrawer] = useState(false);
  const { items: saved } = useSaved();
  const selection = usePeopleSelection();
  const columns = useColumns(catalogue, asked, change);
  const { found, body, problems, isFetching } = useAnswer(asked, columns.asked, columns.silent);
  useRemember(found, body, isFetching);
  const sort = asked.sort ?? unsorted;
  const sortBy = useStable((next: typeof sort) => change({ sort: next }));
  const people = usePeopleFound({ body, found, selection, catalogue, columns: columns.shown, opened });
  const withFacets = facetsShown ?? wide;
  const openSaved = useStable(() => setDrawer(true));
  const examples = useStable((question: Question) => {
    onOpened(null);
    change({ question: grouped(question) });
  });
  const begin = useMemo(() => <QueryExamples onAsk={examples} onSaved={openSaved} />, [examples, openSaved]);
  // The number and the sentence come first; the list is drawn right after and never holds up a key.
  const listed = useDeferredValue(found);

  const builder = (
    <ConditionBuilder
      {...{ catalogue, saved, problems, edit, undo, redo, canUndo, canRedo }}
      question={asked.question}
      counts={found.counts}
    >
      {begin}
    </ConditionBuilder>
  );
  const facets = <FacetPane catalogue={catalogue} question={asked.question} body={body} onEdit={edit} />;
  const shownLook = look === 'cards' || look === 'list' ? look : narrow ? 'list' : 'table';
  const result = (
    <section className="query-result" aria-label="名单">
      <ResultHead
        {...{ catalogue, actions, people, sort, narrow, withFacets }}
        look={shownLook}
        columns={columns.shown}
        onLook={setLook}
        onSort={sortBy}
        onFacets={() => showFacets(!withFacets)}
        onColumns={() => chooseColumns(true)}
      />
      <ResultPane
        {...{ catalogue, selection, sort }}
        found={listed}
        look={shownLook}
        columns={columns.shown}
        onSort={sortBy}
      />
    </section>
  );
  return (
    <div className="query-page">
      <QueryBar
        {...{ state, found, body, isFetching, saved, opened, selection, narrow, onOpened }}
        columns={columns.shown}
        onSavedList={openSaved}
      />
      {narrow && (
        <Segmented<Part>
          block
          className="query-switch"
          aria-label="显示"
          value={part}
          options={[
            { value: 'conditions', label: '条件' },
            { value: 'facets', label: '分面' },
            { value: 'result', label: '名单' },
          ]}
          onChange={setPart}
        />
      )}
      {narrow ? (
        <>
          <div className="query-one">
            {part === 'conditions' ? builder : part === 'facets' ? facets : result}
          </div>
          {part !== 'result' && (
            <div className="query-foot">
              <Button type="primary" block size="large" onClick={() => setPart('result')}>
                查看名单（{(found.answer?.count ?? 0).toLocaleString('zh-CN')} 人）
              </Button>
            </div>
          )}
        </>
      ) : (
        <div className={withFacets ? 'query-parts-of-page has-facets' : 'query-parts-of-page'}>
          {builder}
          {withFacets && facets}
          {result}
        </div>
      )}
      {choosingColumns && (
        <ColumnChooser
          catalogue={catalogue}
          chosen={columns.shown}
          onChoose={columns.choose}
          onClose={() => chooseColumns(false)}
        />
      )}
      {drawer && (
        <SavedDrawer
          onClose={() => setDrawer(false)}
          onOpen={(next, item) => {
            setDrawer(false);
            onOpen(next, item);
          }}
        />
      )}
    </div>
  );
}

const unsorted: NonNullable<Asked['sort']> = [];

function asksNothing({ where }: Question): boolean {
  return where === undefined || (isGroup(where) && where.of.length === 0);
}
