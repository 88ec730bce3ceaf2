import { Modal, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { displayValue, rowTitle, type CodeTables, type RecordRow, type SetDefinition } from '#platform/model';
import { disagreements, mergedRows, type Disagreement, type Side, type ThreeStates } from './merge.ts';
import './conflict.css';

export interface ConflictDialogProps {
  readonly set: SetDefinition;
  readonly states: ThreeStates;
  readonly tables: CodeTables;
  readonly unitName: (id: string) => string;
  /** The rows to save, every point settled. */
  readonly onSettled: (rows: RecordRow[]) => void;
  readonly onCancel: () => void;
}

/** Two clerks changed the same set: theirs and mine, point by point; nothing is overwritten unseen. */
export function ConflictDialog({ set, states, tables, unitName, onSettled, onCancel }: ConflictDialogProps) {
  const points = useMemo(() => disagreements(set, states), [set, states]);
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const sideOf = (point: Disagreement): Side | null => chosen[point.key] ?? point.changedBy;
  const open = points.filter((point) => sideOf(point) === null).length;
  const text = (point: Disagreement, row: RecordRow | undefined): string => {
    if (!row) return '（删除这条记录）';
    if (!point.field) return rowTitle(set, row, tables, unitName);
    return displayValue(point.field, row, tables, unitName) || '（空）';
  };
  const settle = (): void => {
    const sides = new Map(points.map((point) => [point.key, sideOf(point)]));
    onSettled(mergedRows(set, states, (key) => sides.get(key) ?? 'theirs'));
  };
  return (
    <Modal
      open
      title={`“${set.label}”已被其他人修改`}
      width={820}
      okText="按所选内容保存"
      cancelText="返回继续编辑"
      okButtonProps={{ disabled: open > 0 }}
      onOk={settle}
      onCancel={onCancel}
      mask={{ closable: false }}
    >
      <p>
        您编辑期间，其他人已保存了同一信息集。请逐项选定要保留的内容
        {open > 0 && <strong className="warn-text">（还有 {open} 项待选）</strong>}。
      </p>
      <table className="conflict">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">对方已保存</th>
            <th scope="col">我的修改</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => {
            const row = point.mine ?? point.theirs;
            const label = point.field?.label ?? '整条记录';
            return (
              <tr key={point.key} className={point.changedBy === null ? 'is-both' : undefined}>
                <th scope="row">
                  {set.repeating && row && (
                    <span className="soft-text">{rowTitle(set, row, tables, unitName)}</span>
                  )}
                  {label}
                  {point.changedBy === null && <span className="warn-text conflict-both">双方都已改动</span>}
                </th>
                {(['theirs', 'mine'] as const).map((side) => (
                  <td key={side}>
                    <Radio
                      name={point.key}
                      checked={sideOf(point) === side}
                      onChange={() => setChosen((old) => ({ ...old, [point.key]: side }))}
                    >
                      {text(point, point[side])}
                    </Radio>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Modal>
  );
}
