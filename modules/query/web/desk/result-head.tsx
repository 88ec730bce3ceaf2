import { Button, Segmented } from 'antd';
import { memo } from 'react';
import type { ResultLook } from '../answer/result-pane.tsx';
import { SortMenu } from '../answer/sort-menu.tsx';
import type { SortKey } from '../answer/sort-keys.ts';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';
import type { PeopleAction, PeopleFound } from '../people-action.ts';

export interface ResultHeadProps {
  readonly catalogue: PageCatalogue;
  readonly actions: readonly PeopleAction[];
  readonly people: PeopleFound;
  readonly columns: readonly string[];
  readonly look: ResultLook;
  readonly sort: readonly SortKey[];
  readonly narrow: boolean;
  readonly withFacets: boolean;
  readonly onLook: (look: ResultLook) => void;
  readonly onSort: (sort: readonly SortKey[]) => void;
  readonly onFacets: () => void;
  readonly onColumns: () => void;
}

/** Above the list: how it looks, its order and columns, and what else can be done with the people. */
export const ResultHead = memo(function ResultHead(props: ResultHeadProps) {
  const { catalogue, actions, people, columns, look, sort, narrow, withFacets } = props;
  const { onLook, onSort, onFacets, onColumns } = props;
  return (
    <header className="query-result-head">
      {!narrow && (
        <Button type="text" aria-pressed={withFacets} onClick={onFacets}>
          {withFacets ? '收起分面' : '分面'}
        </Button>
      )}
      {look !== 'table' && <SortMenu catalogue={catalogue} columns={columns} sort={sort} onSort={onSort} />}
      <span className="query-gap" />
      <Segmented<ResultLook>
        aria-label="名单的样式"
        value={look}
        options={[
          ...(narrow ? [] : [{ value: 'table' as const, label: '表格' }]),
          { value: 'list', label: '列表' },
          { value: 'cards', label: '照片' },
        ]}
        onChange={onLook}
      />
      {!narrow && <Button onClick={onColumns}>选择列</Button>}
      {people.count > 0 && actions.map((Action, index) => <Action key={index} people={people} />)}
    </header>
  );
});
