import { Button, Segmented } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { Question } from '#engine';
import { useNarrow, useRemembered, useWide } from '#platform/web';
import { ColumnChooser } from './answer/column-chooser.tsx';
import { usePeopleSelection } from './answer/people-selection.ts';
import { ResultPane, type ResultLook } from './answer/result-pane.tsx';
import { silentColumns, usualColumns } from './answer/shown-columns.ts';
import type { SortKey } from './answer/sort-keys.ts';
import { useAnswer } from './answer/use-answer.ts';
import { QueryBar } from './bar/query-bar.tsx';
import { ConditionBuilder } from './builder/condition-builder.tsx';
import type { PageCatalogue } from './catalogue/page-catalogue.ts';
import { FacetPane } from './facets/facet-pane.tsx';
import { QueryExamples } from './saved/query-examples.tsx';
import { SavedDrawer } from './saved/saved-drawer.tsx';
import { StoredQuestion } from './saved/stored-question.tsx';
import { useRemember } from './saved/use-remember.ts';
import { useSaved, type SavedItem } from './saved/use-saved.ts';
import type { Asked } from './state/fragment.ts';
import { useAsked, type AskedState } from './state/use-asked.ts';
import { grouped } from './tree/tree-nodes.ts';

const unsorted: readonly SortKey[] = [];

type Part = 'conditions' | 'facets' | 'result';

/** The page with what may be asked for at hand; what the address names among the saved is opened first. */
export function QueryDesk({ catalogue }: { catalogue: PageCatalogue }) {
  const state = useAsked();
  const { storedId, change, forgetStored } = state;
  const [opened, setOpened] = useState<SavedItem | null>(null);
  const open = useCallback(
    (next: Asked, item: SavedItem | null) => {
      setOpened(item?.kind === 'question' ? item : null);
      const plain = { asOf: undefined, columns: undefined, sort: undefined };
      change({ ...plain, ...next, question: grouped(next.question) });
      forgetStored();
    },
    [change, forgetStored],
  );
  if (storedId !== null) return <StoredQuestion id={storedId} onOpen={open} onForget={forgetStored} />;
  return <Desk catalogue={catalogue} state={state} opened={opened} onOpened={setOpened} onOpen={open} />;
}

interface DeskProps {
  readonly catalogue: PageCatalogue;
  readonly state: AskedState;
  /** The saved question that was opened last. */
  readonly opened: SavedItem | null;
  readonly onOpened: (item: SavedItem | null) => void;
  readonly onOpen: (asked: Asked, item: SavedItem | null) => void;
}

function Desk({ catalogue, state, opened, onOpened: setOpened, onOpen }: DeskProps) {
  const { asked, change, edit } = state;
  const narrow = useNarrow();
  const wide = useWide();
  const [storedColumns, rememberColumns] = useRemembered('query-columns', usualColumns.join(','));
  const [look, setLook] = useRemembered('query-look', 'table');
  const [part, setPart] = useState<Part>('conditions');
  const [facetsShown, showFacets] = useState<boolean | null>(null);
  const [choosingColumns, chooseColumns] = useState(false);
  const [drawer, setDrawer] = useState(false);
  const { items: saved } = useSaved();
  const selection = usePeopleSelection();
  const columns = useMemo(() => {
    const wanted = asked.columns ?? storedColumns.split(',');
    return wanted.filter((name) => catalogue.field(name) !== undefined);
  }, [asked.columns, storedColumns, catalogue]);
  const silent = useMemo(
    () => silentColumns.filter((name) => catalogue.field(name) !== undefined),
    [catalogue],
  );
  const { found, isFetching } = useAnswer(asked, columns, silent);
  useRemember(found, isFetching);
  const sortBy = useCallback((sort: readonly SortKey[]) => change({ sort }), [change]);
  const withFacets = facetsShown ?? wide;

  const choose = (names: readonly string[]): void => {
    rememberColumns(names.join(','));
    if (asked.columns) change({ columns: names });
  };
  const ask = (question: Question): void => {
    setOpened(null);
    change({ question: grouped(question) });
  };

  const builder = (
    <ConditionBuilder catalogue={catalogue} state={state} found={found} saved={saved}>
      <QueryExamples onAsk={ask} onSaved={() => setDrawer(true)} />
    </ConditionBuilder>
  );
  const facets = (
    <FacetPane catalogue={catalogue} question={asked.question} body={found.body} onEdit={edit} />
  );
  const result = (
    <ResultPane
      catalogue={catalogue}
      found={found}
      selection={selection}
      look={look === 'cards' || narrow ? 'cards' : ('table' satisfies ResultLook)}
      sort={asked.sort ?? unsorted}
      onSort={sortBy}
    />
  );
  return (
    <div className="query-page">
      <QueryBar
        state={state}
        found={found}
        isFetching={isFetching}
        saved={saved}
        opened={opened}
        selection={selection}
        columns={columns}
        onOpened={setOpened}
        onSavedList={() => setDrawer(true)}
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
        <div className="query-one">
          {part === 'conditions' ? builder : part === 'facets' ? facets : result}
        </div>
      ) : (
        <div className={withFacets ? 'query-parts-of-page has-facets' : 'query-parts-of-page'}>
          {builder}
          {withFacets && facets}
          <section className="query-result" aria-label="名单">
            <header className="query-result-head">
              <Button type="text" aria-pressed={withFacets} onClick={() => showFacets(!withFacets)}>
                {withFacets ? '收起分面' : '分面'}
              </Button>
              <span className="query-gap" />
              <Segmented<string>
                aria-label="名单的样式"
                value={look}
                options={[
                  { value: 'table', label: '表格' },
                  { value: 'cards', label: '照片' },
                ]}
                onChange={setLook}
              />
              <Button onClick={() => chooseColumns(true)}>选择列</Button>
            </header>
            {result}
          </section>
        </div>
      )}
      {choosingColumns && (
        <ColumnChooser
          catalogue={catalogue}
          chosen={columns}
          onChoose={choose}
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
