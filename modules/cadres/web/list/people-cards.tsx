import { Checkbox } from 'antd';
import { Link } from '@tanstack/react-router';
import type { OperationOutput } from '#platform/model';
import type { listCadres } from '../../model/contracts.ts';
import type { ColumnCells } from './list-column.ts';
import { useChoosable, type Selection } from './selection.ts';

const postPath = 'A01.currentPostFull';

/** The people of a page on a phone: name, unit and post, the other columns in one line. */
export function PeopleCards({
  list,
  selection,
  extra,
}: {
  list: OperationOutput<typeof listCadres>;
  selection: Selection;
  /** A column that is no field. */
  extra: ColumnCells | null;
}) {
  const choosable = useChoosable();
  const postAt = list.columns.findIndex((column) => column.path === postPath);
  return (
    <ul className="people-cards">
      {extra && <li className="people-cards-head soft-text">{extra.title}</li>}
      {list.people.map((person) => (
        <li key={person.id}>
          {choosable && (
            <Checkbox
              aria-label={`选择${person.name}`}
              checked={selection.has(person.id)}
              onChange={() => selection.toggle(person.id)}
            />
          )}
          <Link to="/cadres/$id" params={{ id: person.id }}>
            <strong>{person.name}</strong>
            <span className="people-post">{person.cells[postAt] || person.unit}</span>
            <span className="soft-text">
              {person.cells
                .filter((cell, index) => index !== postAt && cell !== '' && cell.length <= 12)
                .join('　')}
            </span>
            {extra?.cell(person.id)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
