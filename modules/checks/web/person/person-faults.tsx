import { useEffect } from 'react';
import { useCall, useCan } from '#platform/web';
import type { PersonFindingsProps } from '#modules/cadres/web';
import { readPersonFaults, type ShownFault } from '../../model/contracts.ts';
import { LevelMark } from '../level-mark.tsx';
import { FaultActions } from '../results/fault-actions.tsx';
import '../checks.css';

/** What the rules find about one person, in the place of the doubts of the page, which are among them. */
export function PersonFaults({ person, revision, onOpen, children }: PersonFindingsProps) {
  const mayRead = useCan('check:read');
  const maySee = useCan('cadre:sensitive');
  const isShown = mayRead && maySee;
  const { data, error, refetch } = useCall(
    readPersonFaults,
    { params: { id: person } },
    { enabled: isShown, keepPrevious: true },
  );
  useEffect(() => {
    if (isShown) void refetch();
  }, [isShown, revision, refetch]);
  if (!isShown || (error && !data)) return children;
  const faults = data?.faults ?? [];
  if (faults.length === 0) return null;
  return (
    <details className="warnings checks-of-person" open={faults.length <= 3}>
      <summary>校核问题 {faults.length} 处</summary>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.rule} ${fault.row} ${fault.field}`} className="checks-fault">
            <Words fault={fault} onOpen={onOpen} />
            <div className="checks-actions">
              <FaultActions person={person} fault={fault} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Words({ fault, onOpen }: { fault: ShownFault; onOpen: PersonFindingsProps['onOpen'] }) {
  const { set, row, field, message, level } = fault;
  const words = (
    <>
      <LevelMark level={level} />
      {message}
    </>
  );
  if (set === '') return <p>{words}</p>;
  return (
    <button type="button" onClick={() => onOpen({ set, row: row || null, field })}>
      {words}
    </button>
  );
}
