import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type DragEvent } from 'react';
import { EmptyState, movedTo, useAction, useCan, useNotes } from '#platform/web';
import { orderUnits } from '../../model/contracts.ts';
import type { UnitData } from '../unit-part.ts';

export interface UnitsBelowProps {
  readonly unit: UnitData;
  readonly asOf: string | null;
  readonly onUnit: (id: string) => void;
}

const kinds: Readonly<Record<string, string>> = { '1': '法人单位', '2': '内设机构', '3': '机构分组' };

/** 下级机构 in statutory order, which can be changed here: by dragging, or with the buttons of each line. */
export function UnitsBelow({ unit, asOf, onUnit }: UnitsBelowProps) {
  const mayEdit = useCan('unit:edit') && asOf === null;
  const order = useAction(orderUnits);
  const client = useQueryClient();
  const notes = useNotes();
  const [saving, setSaving] = useState(false);
  /** The order while somebody drags, and until it is saved. */
  const [dragged, setDragged] = useState<{ id: string | null; order: UnitData['children'] } | null>(null);
  const children = dragged?.order ?? unit.children;
  if (children.length === 0) return <EmptyState title="没有下级机构" />;
  const mayOrder = mayEdit && children.length > 1;
  const save = async (wanted: UnitData['children']): Promise<void> => {
    const ids = wanted.map(({ id }) => id);
    if (ids.every((id, place) => id === unit.children[place]?.id)) return setDragged(null);
    setDragged({ id: null, order: wanted });
    setSaving(true);
    try {
      await order.mutateAsync({ body: { parent: unit.id, ids } });
      await client.invalidateQueries();
      notes.done('已调整次序');
    } catch (error) {
      notes.failed(error);
    }
    setSaving(false);
    setDragged(null);
  };
  const dragging = ({ id }: UnitData['children'][number], place: number) => ({
    draggable: !saving,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', '');
      setDragged({ id, order: children });
    },
    onDragOver: (event: DragEvent) => {
      if (dragged === null || dragged.id === null) return;
      event.preventDefault();
      const from = children.findIndex((child) => child.id === dragged.id);
      if (from !== place) setDragged({ ...dragged, order: movedTo(children, from, place) });
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      void save(children);
    },
    // Left outside the list or given up, it stays as it was; what was dropped is being saved.
    onDragEnd: () => setDragged((now) => (now?.id === null ? now : null)),
  });
  return (
    <table className="units-below">
      <thead>
        <tr>
          <th scope="col">次序</th>
          <th scope="col">机构名称</th>
          <th scope="col">类型</th>
          {mayOrder && (
            <th scope="col">
              <span className="visually-hidden">调整次序</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {children.map((child, place) => (
          <tr
            key={child.id}
            className={[child.abolished && 'is-ended', dragged?.id === child.id && 'is-dragged']
              .filter(Boolean)
              .join(' ')}
            {...(mayOrder ? dragging(child, place) : {})}
          >
            <td>
              {mayOrder && (
                <span className="units-grip" title="拖动以调整次序" aria-hidden>
                  ⠿
                </span>
              )}
              {place + 1}
            </td>
            <td>
              <button type="button" className="unit-link" onClick={() => onUnit(child.id)}>
                {child.name}
              </button>
              {child.abolished && <span className="unit-mark is-ended">已撤销</span>}
            </td>
            <td className="units-below-kind">{kinds[child.kindCode ?? ''] ?? ''}</td>
            {mayOrder && (
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
                    onClick={() => void save(movedTo(children, place, to))}
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
