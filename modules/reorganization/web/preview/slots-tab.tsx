import { Checkbox } from 'antd';
import { EmptyState } from '#platform/web';
import type { PlanDraft, ShownSlot } from '../../model/contracts.ts';
import { comesAlong, type Choice } from './choices.ts';
import { TitleCell } from './title-cell.tsx';

interface SlotsTabProps {
  readonly slots: readonly ShownSlot[];
  readonly chosen: PlanDraft['slots'];
  readonly onChoose: (slot: ShownSlot, choice: Choice) => void;
}

/** Posts of the units that end, go elsewhere or take others in: where they stand from now on, and under which name. */
export function SlotsTab({ slots, chosen, onChoose }: SlotsTabProps) {
  if (slots.length === 0) return <EmptyState title="没有需要转入的职位" />;
  const byHeir = [...Map.groupBy(slots, ({ heir }) => heir ?? '')];
  return (
    <div className="reorg-scroll">
      <table className="reorg-table reorg-slots">
        <thead>
          <tr>
            <th>原机构</th>
            <th>原职位</th>
            <th>职位数</th>
            <th>改革后职位</th>
            <th>转入或保留</th>
          </tr>
        </thead>
        {byHeir.map(([heir, own]) => (
          <tbody key={heir}>
            <tr>
              <th colSpan={5} scope="rowgroup">
                {heir === '' ? '随机构取消' : heir}
              </th>
            </tr>
            {own.map((slot) => (
              <tr key={`${slot.unit} ${slot.slot}`}>
                <td>{slot.comes ? slot.from : '本机构'}</td>
                <td>{slot.title}</td>
                <td>{slot.places}</td>
                <td>
                  {comesAlong(chosen, slot) ? (
                    <TitleCell
                      label={`${slot.from}${slot.title}改革后名称`}
                      title={slot.newTitle}
                      isChanged={slot.newTitle !== slot.title}
                      onChange={(title) => onChoose(slot, { title })}
                    />
                  ) : (
                    <span className="soft-text">取消</span>
                  )}
                </td>
                <td>
                  {slot.heir !== null && (
                    <Checkbox
                      aria-label={`${slot.from}${slot.title}${slot.comes ? '转入' : '保留'}`}
                      checked={comesAlong(chosen, slot)}
                      onChange={(event) => onChoose(slot, { keep: event.target.checked })}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
