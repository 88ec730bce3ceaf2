import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ShownFault } from '../../model/contracts.ts';
import { LevelMark } from '../level-mark.tsx';
import { FaultActions } from './fault-actions.tsx';

/** One fault in words, the way to its field, and what can be done about it. */
export function FaultItem({
  person,
  fault,
  named,
}: {
  readonly person: string;
  readonly fault: ShownFault;
  /** With the level: where faults of several rules stand together. */
  readonly named: boolean;
}) {
  const { set, row, field, setLabel, fieldLabel, message, level } = fault;
  const search = { view: 'sets', tab: 'sets', set, ...(field === '' ? {} : { row, field }) };
  const place: ReactNode = set !== '' && (
    <Link to="/cadres/$id" params={{ id: person }} search={search} className="checks-place">
      {[setLabel, fieldLabel].filter(Boolean).join(' · ')}
    </Link>
  );
  return (
    <li className="checks-fault">
      <p>
        {named && <LevelMark level={level} />}
        {message}
      </p>
      <div className="checks-actions">
        {place}
        <FaultActions person={person} fault={fault} />
      </div>
    </li>
  );
}
