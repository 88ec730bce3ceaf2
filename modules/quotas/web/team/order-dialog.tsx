import { Button, Modal } from 'antd';
import { useState } from 'react';
import { movedTo, useAction, useNotes } from '#platform/web';
import { orderTeam, type TeamHolder } from '../../model/contracts.ts';

/** Puts the members of a team in order: by dragging, or with the buttons of each line. */
export function OrderDialog({
  unit,
  members,
  onClose,
  onSaved,
}: {
  unit: string;
  members: readonly TeamHolder[];
  onClose: () => void;
  onSaved: () => void;
}) {
  const known = members.filter(({ id }) => id !== null);
  const [order, setOrder] = useState(() => known.toSorted((a, b) => (a.order ?? 9_999) - (b.order ?? 9_999)));
  const [dragged, setDragged] = useState<number | null>(null);
  const save = useAction(orderTeam);
  const { done, failed } = useNotes();
  const move = (from: number, to: number): void => setOrder((old) => movedTo(old, from, to));
  const submit = async (): Promise<void> => {
    try {
      await save.mutateAsync({ body: { unit, people: order.flatMap(({ id }) => id ?? []) } });
      done('已保存班子成员次序，可在变更记录中撤销');
      onSaved();
    } catch (problem) {
      failed(problem);
    }
  };
  return (
    <Modal
      open
      title="调整班子成员次序"
      okText="保存"
      cancelText="取消"
      confirmLoading={save.isPending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p className="soft-text">拖动或用“上移”“下移”调整，保存后写入各人的集体内排序。</p>
      <ol className="team-order">
        {order.map(({ id, name, titles }, index) => (
          <li
            key={id}
            draggable
            className={dragged === index ? 'is-dragged' : ''}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              setDragged(index);
            }}
            onDragOver={(event) => {
              event.preventDefault();
              if (dragged === null || dragged === index) return;
              move(dragged, index);
              setDragged(index);
            }}
            onDragEnd={() => setDragged(null)}
          >
            <span className="team-grip" aria-hidden>
              ⠿
            </span>
            <span className="team-name">{name}</span>
            <span className="team-titles">{titles}</span>
            <Button
              size="small"
              disabled={index === 0}
              aria-label={`上移${name}`}
              onClick={() => move(index, index - 1)}
            >
              上移
            </Button>
            <Button
              size="small"
              disabled={index === order.length - 1}
              aria-label={`下移${name}`}
              onClick={() => move(index, index + 1)}
            >
              下移
            </Button>
          </li>
        ))}
      </ol>
    </Modal>
  );
}
