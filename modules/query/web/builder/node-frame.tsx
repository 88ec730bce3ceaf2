import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import type { Condition } from '#engine';
import {
  duplicated,
  moved,
  negated,
  outermost,
  removed,
  steppedPlace,
  unwrapped,
  wrapped,
} from '../tree/tree-edits.ts';
import { isGroup } from '../tree/tree-nodes.ts';
import type { TreePath } from '../tree/tree-path.ts';
import { useBuilder } from './builder-context.ts';

export interface NodeFrameProps {
  readonly path: TreePath;
  readonly node: Condition;
  /** How many negations stand around it. */
  readonly denied: number;
  readonly children: ReactNode;
}

/** The frame of a node: how many it finds, what is wrong with it, where it can go. */
export function NodeFrame({ path, node, denied, children }: NodeFrameProps) {
  const { question, edit, counts, problems, drag, dragged } = useBuilder();
  const outer = outermost(question, path);
  const reasons = [
    ...new Set([...(problems.get(path) ?? []), ...(outer === path ? [] : (problems.get(outer) ?? []))]),
  ];
  const count = counts.get(outer);
  const up = steppedPlace(question, outer, -1);
  const down = steppedPlace(question, outer, 1);
  const step = (place: typeof up): void => {
    if (!place) return;
    const next = moved(question, outer, place.group, place.index);
    edit(() => next.question);
    focusActions(next.path);
  };
  const act = (key: string): void => {
    if (key === 'not') edit((now) => negated(now, path));
    else if (key === 'not-not') edit((now) => negated(now, outer));
    else if (key === 'copy') edit((now) => duplicated(now, path));
    else if (key === 'any') edit((now) => wrapped(now, outer, 'any'));
    else if (key === 'unwrap') edit((now) => unwrapped(now, path));
    else if (key === 'up') step(up);
    else if (key === 'down') step(down);
  };
  const names = ['query-node'];
  if (isGroup(node)) names.push('is-group');
  if (reasons.length > 0) names.push('is-wrong');
  if (dragged === outer) names.push('is-dragged');
  return (
    <div
      className={names.join(' ')}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        event.stopPropagation();
        step(event.key === 'ArrowUp' ? up : down);
      }}
    >
      <div className="query-node-line">
        <span
          className="query-grip"
          title="拖动以调整次序"
          aria-hidden="true"
          draggable
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', '');
            drag(outer);
          }}
          onDragEnd={() => drag(null)}
        >
          ⠿
        </span>
        {denied > 0 && (
          <button type="button" className="query-not" title="改为满足" onClick={() => act('not-not')}>
            {denied % 2 === 1 ? '不满足' : '不满足（两次）'}
          </button>
        )}
        <span className="query-count" aria-label={count === undefined ? undefined : '单独符合的人数'}>
          {count === undefined ? '' : `${count.toLocaleString('zh-CN')} 人`}
        </span>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              ...(denied === 0 ? [{ key: 'not', label: '改为不满足' }] : []),
              { key: 'copy', label: '复制一份' },
              ...(isGroup(node) && denied === 0 ? [{ key: 'unwrap', label: '拆开条件组' }] : []),
              ...(isGroup(node) ? [] : [{ key: 'any', label: '放入新的条件组' }]),
              { key: 'up', label: '上移（Alt+↑）', disabled: !up },
              { key: 'down', label: '下移（Alt+↓）', disabled: !down },
            ],
            onClick: ({ key }) => act(key),
          }}
        >
          <Button type="text" data-actions-of={outer} aria-label="条件操作">
            ⋯
          </Button>
        </Dropdown>
        <Button type="text" aria-label="删除条件" onClick={() => edit((now) => removed(now, outer))}>
          ✕
        </Button>
      </div>
      {children}
      {reasons.map((reason) => (
        <p key={reason} className="query-reason warn-text" role="alert">
          {reason}
        </p>
      ))}
    </div>
  );
}

/** A node that moved keeps the keyboard. */
function focusActions(path: TreePath): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-actions-of="${CSS.escape(path)}"]`)?.focus();
  });
}
