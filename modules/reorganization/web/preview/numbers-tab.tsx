import { InputNumber } from 'antd';
import { EmptyState } from '#platform/web';
import type { PlanDraft, ShownNumber } from '../../model/contracts.ts';

interface NumbersTabProps {
  readonly shown: readonly ShownNumber[];
  readonly chosen: PlanDraft['numbers'];
  readonly onChange: (numbers: PlanDraft['numbers']) => void;
}

/** Approved numbers: what comes together, and what is approved from now on. */
export function NumbersTab({ shown, chosen, onChange }: NumbersTabProps) {
  if (shown.length === 0) return <EmptyState title="没有需要合并的核定数" />;
  const set = ({ unit, set: code, code: kind, sum }: ShownNumber, approved: number): void => {
    const others = chosen.filter((one) => one.unit !== unit || one.set !== code || one.code !== kind);
    onChange(approved === sum ? others : [...others, { unit, set: code, code: kind, approved }]);
  };
  return (
    <div className="reorg-scroll">
      <table className="reorg-table">
        <thead>
          <tr>
            <th>机构</th>
            <th>类别</th>
            <th>合并前</th>
            <th>合计</th>
            <th>改革后核定</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((number) => (
            <tr key={`${number.unit} ${number.set} ${number.code}`}>
              <td>{number.unitName}</td>
              <td>
                {number.set === 'HC01' ? '编制' : '职数'}：{number.label}
              </td>
              <td>{number.parts.map(({ name, approved }) => `${name} ${approved}`).join('，')}</td>
              <td>{number.sum}</td>
              <td>
                <InputNumber
                  aria-label={`${number.unitName}${number.label}改革后核定`}
                  min={0}
                  max={100_000}
                  precision={0}
                  defaultValue={number.approved}
                  changeOnBlur
                  onChange={(value) => {
                    if (value !== null && value !== number.approved) set(number, value);
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
