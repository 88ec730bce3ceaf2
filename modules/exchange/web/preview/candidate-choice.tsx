import { Radio } from 'antd';
import type { ImportItem } from '../../model/contracts.ts';

interface CandidateChoiceProps {
  readonly item: ImportItem;
  readonly onChoose: (n: number, choice: string | null) => void;
}

/** Whom an unclear form belongs to: one of the people that it could be, somebody new, or nobody. */
export function CandidateChoice({ item, onChoose }: CandidateChoiceProps) {
  return (
    <fieldset className="import-choice">
      <legend>不能确定这份表是谁的，请选择：</legend>
      <Radio.Group
        vertical
        value={item.choice}
        onChange={(event) => onChoose(item.n, String(event.target.value))}
      >
        {item.candidates.map((candidate) => (
          <Radio key={candidate.id} value={candidate.id}>
            更新 {candidate.name}
            <span className="import-choice-facts">
              {[candidate.birth && `${candidate.birth} 出生`, candidate.post, candidate.reason]
                .filter((fact) => fact !== '')
                .join('，')}
            </span>
          </Radio>
        ))}
        <Radio value="create">
          新增一人<span className="import-choice-facts">与上列各人都不是同一人</span>
        </Radio>
        <Radio value="skip">
          不导入<span className="import-choice-facts">核实后再导入这份表</span>
        </Radio>
      </Radio.Group>
    </fieldset>
  );
}
