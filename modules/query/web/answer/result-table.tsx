import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, type ReactNode } from 'react';
import { VirtualTable, type TableColumn } from '#platform/web';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';
import type { PeopleSelection } from './people-selection.ts';
import { widthOf } from './shown-columns.ts';
import { toggledSort, type SortKey } from './sort-keys.ts';
import type { AnswerRow, AnswerState } from './use-answer.ts';

export interface ResultProps {
  readonly catalogue: PageCatalogue;
  readonly found: AnswerState;
  readonly selection: PeopleSelection;
  readonly sort: readonly SortKey[];
  readonly onSort: (sort: readonly SortKey[]) => void;
}

const chooseWidth = '3.5rem';

/** The people found as a table: rows are fetched as they come into sight. */
export function ResultTable({ catalogue, found, selection, sort, onSort }: ResultProps) {
  const navigate = useNavigate();
  const { answer, rowAt, need } = found;
  const count = answer?.count ?? 0;
  const rows = useMemo(() => Array.from({ length: count }, (_, index) => index), [count]);
  const columns = shownColumns(found);
  const cellOf = (index: number, draw: (row: AnswerRow) => ReactNode): ReactNode => {
    const row = rowAt(index);
    return row ? draw(row) : null;
  };
  const header = (field: string, label: string): ReactNode => (
    <SortButton field={field} label={label} sort={sort} onSort={onSort} />
  );
  const tableColumns: TableColumn<number>[] = [
    {
      key: 'choose',
      width: chooseWidth,
      stickyAt: '0',
      align: 'center',
      title: <span className="visually-hidden">选择</span>,
      cell: (index) => cellOf(index, (row) => <Choose row={row} selection={selection} />),
    },
    {
      key: 'name',
      width: 'minmax(7rem, 9rem)',
      stickyAt: chooseWidth,
      title: header('A01.name', '姓名'),
      cell: (index) => {
        const row = rowAt(index);
        return row ? <NameCell row={row} found={found} /> : <Waiting index={index} need={need} />;
      },
    },
    ...columns.map(({ name, label, at }) => {
      const field = catalogue.field(name);
      return {
        key: name,
        width: widthOf(field),
        title: field?.of === 'person' ? header(name, label) : <span>{label}</span>,
        cell: (index: number) => cellOf(index, (row) => <Cell text={row.texts[at] ?? ''} />),
      };
    }),
  ];
  const chosen = useMemo(() => new Set(selection.ids), [selection.ids]);
  return (
    <VirtualTable
      label="查询结果"
      columns={tableColumns}
      rows={rows}
      rowKey={(index) => rowAt(index)?.id ?? `place-${index}`}
      selected={chosen}
      onToggle={(index) => {
        const row = rowAt(index);
        if (row) selection.toggle(row.id);
      }}
      onOpen={(index) => {
        const row = rowAt(index);
        if (row) void navigate({ to: '/cadres/$id', params: { id: row.id } });
      }}
    />
  );
}

/** The columns of the answer that are shown, with their places in its rows. */
export function shownColumns({ answer, body, silent }: AnswerState) {
  return (answer?.columns ?? [])
    .map(({ name, label }, at) => ({ name, label, at }))
    .filter(({ name }) => body.columns.includes(name) && !silent.includes(name));
}

/** The text of a column that is asked for but not shown. */
export function silentValue(row: AnswerRow, { answer }: AnswerState, name: string): string {
  const at = answer?.columns.findLastIndex((column) => column.name === name) ?? -1;
  return String(row.values[at] ?? row.texts[at] ?? '');
}

export function NameCell({ row, found }: { row: AnswerRow; found: AnswerState }) {
  return (
    <>
      <Link
        to="/cadres/$id"
        params={{ id: row.id }}
        className="query-name"
        onClick={(event) => event.stopPropagation()}
      >
        {row.name || '（无姓名）'}
      </Link>
      <SuggestionMark row={row} found={found} />
    </>
  );
}

/** Posts that are only suggestions from the résumé. */
export function SuggestionMark({ row, found }: { row: AnswerRow; found: AnswerState }) {
  if (silentValue(row, found, 'postsToEnter') !== '1') return null;
  return (
    <span className="query-mark" title="职务由简历推定，尚未认定录入">
      待认定
    </span>
  );
}

/** The browser's own box: some dozens are drawn again with every answer. */
export function Choose({ row, selection }: { row: AnswerRow; selection: PeopleSelection }) {
  return (
    <span className="query-check" onClick={(event) => event.stopPropagation()}>
      <label>
        <input
          type="checkbox"
          aria-label={`选择${row.name}`}
          checked={selection.ids.has(row.id)}
          onChange={() => selection.toggle(row.id)}
        />
      </label>
    </span>
  );
}

function Cell({ text }: { text: string }) {
  return <span title={text.length > 12 ? text : undefined}>{text.replaceAll('\n', '；')}</span>;
}

/** A row that is in sight before its page is there. */
export function Waiting({ index, need }: { index: number; need: (index: number) => void }) {
  useEffect(() => need(index), [index, need]);
  return <span className="query-waiting" aria-label="正在载入" />;
}

function SortButton({
  field,
  label,
  sort,
  onSort,
}: {
  field: string;
  label: string;
  sort: readonly SortKey[];
  onSort: ResultProps['onSort'];
}) {
  const place = sort.findIndex((key) => key.field === field);
  const key = sort[place];
  const arrow = key ? (key.descending ? '↓' : '↑') : '';
  const state = key ? (key.descending ? '，已按降序' : '，已按升序') : '';
  return (
    <button
      type="button"
      className="query-sort"
      title={`按${label}排序；按住 Shift 可多项排序`}
      aria-label={`按${label}排序${state}`}
      onClick={(event) => onSort(toggledSort(sort, field, event.shiftKey))}
    >
      <span>{label}</span>
      {arrow}
      {key && sort.length > 1 ? <sup>{place + 1}</sup> : null}
    </button>
  );
}
