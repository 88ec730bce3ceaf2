import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { EmptyState, useAction, useCan, useNotes } from '#platform/web';
import { orderUnits } from '../../model/contracts.ts';
import type { UnitData } from '../unit-part.ts';

export interface UnitsBelowProps {
  readonly unit: UnitData;
  readonly asOf: string | null;
  readonly onUnit: (id: string) => void;
}

const kinds: Readonly<Record<string, string>> = { '1': '法人单位', '2': '内设机构', '3': '机构分组' };

/** 下级机构 in statutory order, which can be changed here. */
export function UnitsBelow({ unit, asOf, onUnit }: UnitsBelowProps) {
  const mayEdit = useCan('unit:edit') && asOf === null;
  const order = useAction(orderUnits);
  const client = useQueryClient();
  const notes = useNotes();
  const [saving, setSaving] = useState(false);
  const { children } = unit;
  if (children.length === 0) return <EmptyState title="没有下级机构" />;
  const moved = async (from: number, to: number): Promise<void> => {
    const ids = children.map(({ id }) => id);
    const [id] = ids.splice(from, 1);
    if (id !== undefined) ids.splice(to, 0, id);
    setSaving(true);
    try {
      await order.mutateAsync({ body: { parent: unit.id, ids } });
      await client.invalidateQueries();
      notes.done('已调整次序');
    } catch (error) {
      notes.failed(error);
    }
    setSaving(false);
  };
  return (
    <table className="units-below">
      <thead>
        <tr>
          <th scope="col">次序</th>
          <th scope="col">机构名称</th>
          <th scope="col">类型</th>
          {mayEdit && children.length > 1 && (
            <th scope="col">
              <span className="visually-hidden">调整次序</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {children.map((child, place) => (
          <tr key={child.id} className={child.abolished ? 'is-ended' : undefined}>
            <td>{place + 1}</td>
            <td>
              <button type="button" className="unit-link" onClick={() => onUnit(child.id)}>
                {child.name}
              </button>
              {child.abolished && <span className="unit-mark is-ended">已撤销</span>}
            </td>
            <td className="units-below-kind">{kinds[child.kindCode ?? ''] ?? ''}</td>
            {mayEdit && children.length > 1 && (
              <td className="units-below-order">
                {(
                  [
                    ['↑', '上移', place - 1, ''],
                    ['↓', '下移', place + 1, ''],
                    ['⤒', '移到最前', 0, 'is-far'],
                    ['⤓', '移到最后', children.length - 1, 'is-far'],
                  ] as const
                ).map(([sign, label, to, far]) => (
                  <Button
                    key={label}
                    type="text"
                    className={far}
                    title={label}
                    aria-label={`${label}“${child.name}”`}
                    disabled={saving || to < 0 || to >= children.length || to === place}
                    onClick={() => void moved(place, to)}
                  >
                    {sign}
                  </Button>
                ))}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
