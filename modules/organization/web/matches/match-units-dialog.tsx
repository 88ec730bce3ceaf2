import { Modal } from 'antd';
import { useState } from 'react';
import { useAction, useNotes } from '#platform/web';
import { saveUnitMatch, type UnitChoice } from '../../model/matching/match-contracts.ts';
import { UnitAnswer, type Answer } from './unit-answer.tsx';
import './matches.css';

/** A name in files that is to be matched. */
export interface OpenName {
  readonly name: string;
  readonly code?: string | undefined;
  /** How many people or rows come with it, as it is to be read: 3 人. */
  readonly detail: string;
  readonly answer: Answer;
  readonly candidates: readonly UnitChoice[];
}

export interface MatchUnitsDialogProps {
  readonly names: readonly OpenName[];
  /** Something was remembered. */
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** 机构名称对应: which units the names of a file mean. Every answer is remembered at once. */
export function MatchUnitsDialog({ names, onChanged, onClose }: MatchUnitsDialogProps) {
  const save = useAction(saveUnitMatch);
  const notes = useNotes();
  // Names stay where they are while they are answered.
  const [listed] = useState(names);
  const [said, setSaid] = useState<Readonly<Record<string, string | null>>>({});
  const answer = async ({ name, code = '' }: OpenName, unit: string | null): Promise<void> => {
    try {
      await save.mutateAsync({ body: { name, code, unit } });
      setSaid((old) => ({ ...old, [name]: unit }));
      onChanged();
    } catch (error) {
      notes.failed(error);
    }
  };
  return (
    <Modal open title="机构名称对应" width={860} footer={null} onCancel={onClose}>
      <p className="soft-text">选定后自动记住，以后导入同样的名称不再询问；可在“机构”页面修改。</p>
      <ul className="unit-matches">
        {listed.map((each) => (
          <li key={`${each.code ?? ''} ${each.name}`}>
            <div>
              <strong>{each.name}</strong>
              <span className="soft-text">　{each.detail}</span>
            </div>
            <UnitAnswer
              name={each.name}
              answer={Object.hasOwn(said, each.name) ? said[each.name] : each.answer}
              candidates={each.candidates}
              onAnswer={(unit) => void answer(each, unit)}
            />
          </li>
        ))}
      </ul>
    </Modal>
  );
}
