import { useMemo, type ReactNode } from 'react';
import { VirtualTable, type TableColumn } from '#platform/web';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';
import { CareerCell, useCareers } from './careers.tsx';
import type { PeopleSelection } from './people-selection.ts';
import { useOpenPerson } from './person-link.tsx';
import { Cell, Choose, NameCell, shownColumns, Waiting } from './row-parts.tsx';
import { careerColumn, widthOf } from './shown-columns.ts';
import { SortButton } from './sort-button.tsx';
import type { SortKey } from './sort-keys.ts';
import type { AnswerRow, AnswerState } from './use-answer.ts';

export interface ResultProps {
  readonly catalogue: PageCatalogue;
  readonly found: AnswerState;
  readonly selection: PeopleSelection;
  /** The names of the columns in their order; 任职经历 among them is no field of the answer. */
  readonly columns: readonly string[];
  readonly sort: readonly SortKey[];
  readonly onSort: (sort: readonly SortKey[]) => void;
}

const chooseWidth = '3.5rem';

/** The places of so many rows; long lists are cut from one that is kept. */
let kept: readonly number[] = [];
function placesOf(count: number): readonly number[] {
  if (kept.length < count) kept = Array.from({ length: count }, (_, index) => index);
  return kept.length === count ? kept : kept.slice(0, count);
}

/** The people found as a table: rows are fetched as they come into sight. */
export function ResultTable({ catalogue, found, selection, columns, sort, onSort }: ResultProps) {
  const open = useOpenPerson();
  const { answer, rowAt } = found;
  const careers = useCareers(found, columns.includes(careerColumn.name));
  const answered = shownColumns(found);
  const count = answer?.count ?? 0;
  const rows = useMemo(() => placesOf(count), [count]);
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
        return row ? (
          <NameCell row={row} found={found} onOpen={open} />
        ) : (
          <Waiting index={index} found={found} />
        );
      },
    },
    ...columns.flatMap((name): TableColumn<number>[] => {
      if (name === careerColumn.name) {
        const cell = (index: number): ReactNode =>
          cellOf(index, (row) => <CareerCell id={row.id} index={index} careers={careers} />);
        const title = <span>{careers.title}</span>;
        return [{ key: name, width: careerColumn.width, title, cell }];
      }
      // A column that has just been chosen comes with the next answer.
      const column = answered.find((each) => each.name === name);
      if (!column) return [];
      const { label, at } = column;
      const field = catalogue.field(name);
      const cell = (index: number): ReactNode => cellOf(index, (row) => <Cell text={row.texts[at] ?? ''} />);
      const title = field?.of === 'person' ? header(name, label) : <span>{label}</span>;
      return [{ key: name, width: widthOf(field), title, cell }];
    }),
  ];
  return (
    <VirtualTable
      label="查询结果"
      columns={tableColumns}
      rows={rows}
      // By place, so that another answer changes the texts of the rows in sight and does not make them anew.
      rowKey={(index) => String(index)}
      isSelected={(index) => selection.ids.has(rowAt(index)?.id ?? '')}
      onToggle={(index) => {
        const row = rowAt(index);
        if (row) selection.toggle(row.id);
      }}
      onOpen={(index) => {
        const row = rowAt(index);
        if (row) open(row.id);
      }}
    />
  );
}
