import { Button, Checkbox } from 'antd';
import type { UnitChoice } from '../../model/matching/match-contracts.ts';
import type { MatchReason } from '../../model/matching/match-units.ts';
import { UnitSelect } from '../unit-select.tsx';

/** A unit; null for none of ours; undefined while nothing was said. */
export type Answer = string | null | undefined;

const reasons: Readonly<Record<MatchReason, string>> = {
  code: '编码相同',
  name: '名称相同',
  'short-name': '简称相同',
  'former-name': '曾用名相同',
  similar: '名称相近',
};

export interface UnitAnswerProps {
  readonly name: string;
  readonly answer: Answer;
  readonly candidates: readonly UnitChoice[];
  readonly onAnswer: (answer: string | null) => void;
}

/** Says which unit a name means: one of those offered, any other, or none of ours. */
export function UnitAnswer({ name, answer, candidates, onAnswer }: UnitAnswerProps) {
  return (
    <div className="unit-answer">
      {candidates.slice(0, 3).map((unit) => (
        <Button
          key={unit.id}
          type={answer === unit.id ? 'primary' : 'default'}
          title={unit.path.join(' / ')}
          onClick={() => onAnswer(unit.id)}
        >
          {unit.name}
          <span className="unit-answer-reason">
            {reasons[unit.reason]}
            {unit.abolished && '，已撤销'}
          </span>
        </Button>
      ))}
      <UnitSelect
        label={`“${name}”对应的机构`}
        placeholder={candidates.length > 0 ? '其他机构' : '选择机构'}
        value={answer ?? null}
        onChange={(unit) => unit !== null && onAnswer(unit)}
      />
      <Checkbox checked={answer === null} onChange={(event) => event.target.checked && onAnswer(null)}>
        不是本库机构
      </Checkbox>
    </div>
  );
}
