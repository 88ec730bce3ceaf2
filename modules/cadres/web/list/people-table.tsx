import { Checkbox } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { findColumn, type FieldType, type OperationOutput } from '#platform/model';
import { useRegistry, VirtualTable, type TableColumn } from '#platform/web';
import type { listCadres } from '../../model/contracts.ts';
import type { ColumnCells } from './list-column.ts';
import { useChoosable, type Selection } from './selection.ts';

type List = OperationOutput<typeof listCadres>;
export type Person = List['people'][number];

const widths: Readonly<Record<FieldType, string>> = {
  text: 'minmax(7.5rem, 10rem)',
  paragraph: 'minmax(18rem, 1fr)',
  date: '7rem',
  code: 'minmax(6rem, 8.5rem)',
  integer: '6rem',
  unit: 'minmax(10rem, 16rem)',
  file: '6rem',
};

/** Wide enough for a finger. */
const chooseWidth = '3.5rem';

/** Short columns that are on every list. */
const narrow: ReadonlySet<string> = new Set(['A01.sexCode', 'A01.ethnicCode']);

function Cell({ text }: { text: string }) {
  return <span title={text.length > 12 ? text : undefined}>{text.replaceAll('\n', '；')}</span>;
}

/** The people of a page as a table. */
export function PeopleTable({
  list,
  selection,
  withUnit,
  extra,
}: {
  list: List;
  selection: Selection;
  withUnit: boolean;
  /** A column that is no field, and its place among those that are. */
  extra: (ColumnCells & { readonly place: number; readonly width: string }) | null;
}) {
  const registry = useRegistry();
  const navigate = useNavigate();
  const pageIds = useMemo(() => list.people.map((person) => person.id), [list]);
  const chosenHere = new Set(pageIds.filter(selection.has));
  const choosable = useChoosable();
  const fields = list.columns.map((column, index): TableColumn<Person> => {
    const type = findColumn(registry, column.path)?.field.type ?? 'text';
    return {
      key: column.path,
      width: narrow.has(column.path) ? '5rem' : widths[type],
      title: column.label,
      cell: (person) => <Cell text={person.cells[index] ?? ''} />,
    };
  });
  const columns: TableColumn<Person>[] = [
    ...(choosable ? [chooseColumn(pageIds, chosenHere, selection)] : []),
    {
      key: 'name',
      width: 'minmax(6rem, 8rem)',
      stickyAt: choosable ? chooseWidth : '0',
      title: '姓名',
      cell: (person) => (
        <Link to="/cadres/$id" params={{ id: person.id }} className="people-name">
          {person.name}
        </Link>
      ),
    },
    ...(withUnit
      ? [
          {
            key: 'unit',
            width: 'minmax(9rem, 13rem)',
            title: '机构',
            cell: (person: Person) => <Cell text={person.unit} />,
          },
        ]
      : []),
    ...(extra
      ? fields.toSpliced(extra.place, 0, {
          key: 'extra',
          width: extra.width,
          title: extra.title,
          cell: ({ id }) => extra.cell(id),
        })
      : fields),
  ];
  return (
    <VirtualTable
      label="干部名单"
      columns={columns}
      rows={list.people}
      rowKey={(person) => person.id}
      {...(choosable
        ? {
            isSelected: (person: Person) => chosenHere.has(person.id),
            onToggle: (person: Person) => selection.toggle(person.id),
          }
        : {})}
      onOpen={(person) => void navigate({ to: '/cadres/$id', params: { id: person.id } })}
    />
  );
}

function chooseColumn(
  pageIds: readonly string[],
  chosen: ReadonlySet<string>,
  selection: Selection,
): TableColumn<Person> {
  return {
    key: 'choose',
    width: chooseWidth,
    stickyAt: '0',
    align: 'center',
    title: (
      <span className="people-check">
        <Checkbox
          aria-label="选择本页全部"
          checked={chosen.size > 0 && chosen.size === pageIds.length}
          indeterminate={chosen.size > 0 && chosen.size < pageIds.length}
          onChange={(event) => selection.set(pageIds, event.target.checked)}
        />
      </span>
    ),
    cell: (person) => (
      <span className="people-check" onClick={(event) => event.stopPropagation()}>
        <Checkbox
          aria-label={`选择${person.name}`}
          checked={selection.has(person.id)}
          onChange={() => selection.toggle(person.id)}
        />
      </span>
    ),
  };
}
