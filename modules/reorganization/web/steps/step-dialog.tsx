import { Modal, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { textOf } from '#platform/model';
import { Loading, RecordForm, useTablesOf } from '#platform/web';
import type { UnitNode } from '#modules/organization';
import type { ReorganizationStep } from '../../model/plan.ts';
import { PeopleChoice } from './people-choice.tsx';
import { findingsOf, listsOf, rowOfStep, stepOf, stepSet } from './step-sets.ts';
import { stepLabels } from './step-sentence.ts';
import { UnitsChoice } from './units-choice.tsx';
import { nextKey } from './units-with-new.ts';

interface StepDialogProps {
  readonly kind: ReorganizationStep['kind'];
  /** Null for a new one. */
  readonly step: ReorganizationStep | null;
  readonly steps: readonly ReorganizationStep[];
  readonly units: readonly UnitNode[];
  readonly onSave: (step: ReorganizationStep) => void;
  readonly onClose: () => void;
}

/** One step, filled in. */
export function StepDialog({ kind, step, steps, units, onSave, onClose }: StepDialogProps) {
  const set = useMemo(() => stepSet(kind), [kind]);
  const only = useMemo(() => [set], [set]);
  const { tables, ready } = useTablesOf(only);
  const [row, setRow] = useState(() => rowOfStep(kind, step));
  const [lists, setLists] = useState(() => listsOf(step));
  const [missing, setMissing] = useState<string | null>(null);
  const findings = useMemo(() => findingsOf(set, row, tables), [set, row, tables]);
  const key = step?.kind === 'create' ? step.key : nextKey(steps);
  // A unit that is founded cannot stand below itself.
  const offered = useMemo(() => units.filter(({ id }) => id !== key), [units, key]);
  const from = textOf(row, 'from');

  const keep = (): void => {
    const read = stepOf(kind, key, row, lists);
    if ('step' in read && findings.length === 0) onSave(read.step);
    else setMissing('missing' in read ? read.missing : (findings[0]?.message ?? ''));
  };
  const withOffices = kind === 'merge' || (kind === 'abolish' && textOf(row, 'successor') !== '');
  return (
    <Modal
      open
      title={stepLabels[kind]}
      width={760}
      okText="确定"
      mask={{ closable: false }}
      onOk={keep}
      onCancel={onClose}
    >
      {kind === 'merge' && (
        <UnitsChoice
          label="合并的机构"
          units={offered}
          chosen={lists.units}
          onChange={(chosen) => setLists({ ...lists, units: chosen })}
        />
      )}
      {kind === 'transferOffices' && (
        <UnitsChoice
          label="划转的内设机构"
          units={offered}
          only="2"
          chosen={lists.units}
          onChange={(chosen) => setLists({ ...lists, units: chosen })}
        />
      )}
      {ready ? (
        <RecordForm
          set={set}
          row={row}
          tables={tables}
          units={offered}
          findings={missing === null ? findings.filter(({ code }) => code !== 'required') : findings}
          onChange={(next) => {
            setRow(next);
            setMissing(null);
            if (textOf(next, 'from') !== from) setLists({ ...lists, people: [] });
          }}
        />
      ) : (
        <Loading />
      )}
      {withOffices && (
        <Radio.Group
          aria-label="内设机构"
          className="reorg-offices"
          value={lists.offices}
          options={[
            { value: 'move', label: '内设机构随转，人员留在原内设机构' },
            { value: 'end', label: '内设机构一并撤销，人员直接转入' },
          ]}
          onChange={(event) => setLists({ ...lists, offices: event.target.value === 'end' ? 'end' : 'move' })}
        />
      )}
      {kind === 'transferPeople' && from !== '' && !from.startsWith('new-') && (
        <PeopleChoice
          key={from}
          unit={from}
          units={units}
          chosen={lists.people}
          onChange={(people) => setLists({ ...lists, people })}
        />
      )}
      {missing !== null && (
        <p className="warn-text" role="alert">
          {missing}
        </p>
      )}
    </Modal>
  );
}
