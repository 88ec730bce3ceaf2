import { Button } from 'antd';
import { useState } from 'react';
import type { Question } from '#engine';
import { Field } from '../dialogs/field.tsx';
import { RuleDialog } from './rule-dialog.tsx';

/** A rule in words, with a button to edit it and one to take it away. */
export function RuleField({
  label,
  hint,
  question,
  sentence,
  first,
  withPopulation,
  onChange,
}: {
  readonly label: string;
  /** What it means that there is none. */
  readonly hint: string;
  readonly question: Question | null;
  /** Null while the rule is changed and not yet saved. */
  readonly sentence: string | null;
  /** What a new rule begins with. */
  readonly first: Question;
  readonly withPopulation: boolean;
  readonly onChange: (question: Question | null) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const id = `rule-${label}`;
  return (
    <Field label={label} id={id}>
      <div className="reserve-rule-field" id={id}>
        <span className={question === null || sentence === null ? 'soft-text' : ''}>
          {question === null ? hint : (sentence ?? '已修改，保存后生效')}
        </span>
        <Button onClick={() => setOpen(true)}>{question === null ? '设定' : '修改'}</Button>
        {question !== null && <Button onClick={() => onChange(null)}>不设</Button>}
      </div>
      {isOpen && (
        <RuleDialog
          title={label}
          question={question ?? first}
          withPopulation={withPopulation}
          onClose={() => setOpen(false)}
          onDone={(next) => {
            setOpen(false);
            onChange(next);
          }}
        />
      )}
    </Field>
  );
}
