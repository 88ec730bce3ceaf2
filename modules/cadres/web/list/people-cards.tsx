import { Checkbox } from 'antd';
import { Link } from '@tanstack/react-router';
import type { OperationOutput } from '#platform/model';
import type { listCadres } from '../../model/contracts.ts';
import { useChoosable, type Selection } from './selection.ts';

const postPath = 'A01.currentPostFull';

/** The people of a page on a phone: name, unit and post, the other columns in one line. */
export function PeopleCards({
  list,
  selection,
}: {
  list: OperationOutput<typeof listCadres>;
  selection: Selection;
}) {
  const choosable = useChoosable();
  const postAt = list.columns.findIndex((column) => column.path === postPath);
  return (
    <ul className="people-cards">
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
          </Link>
        </li>
      ))}
    </ul>
  );
}
