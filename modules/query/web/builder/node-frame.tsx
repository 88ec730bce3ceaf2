import { Button } from 'antd';
import { useContext, type ReactNode } from 'react';
import type { Condition } from '#engine';
import { negated, removed } from '../tree/tree-edits.ts';
import { isGroup } from '../tree/tree-nodes.ts';
import type { TreePath } from '../tree/tree-path.ts';
import { CountsContext, DraggedContext, ProblemsContext, useBuilder } from './builder-context.ts';
import { NodeMenu, stepNode } from './node-menu.tsx';

export interface NodeFrameProps {
  readonly path: TreePath;
  readonly node: Condition;
  /** How many negations stand around it. */
  readonly denied: number;
  readonly children: ReactNode;
}

/** The frame of a node: how many it finds, what is wrong with it, where it can go. */
export function NodeFrame({ path, node, denied, children }: NodeFrameProps) {
  const builder = useBuilder();
  const { edit, drag } = builder;
  const problems = useContext(ProblemsContext);
  const dragged = useContext(DraggedContext);
  const outer = path.slice(0, path.length - denied * '.of'.length);
  const reasons = [
    ...new Set([...(problems.get(path) ?? []), ...(outer === path ? [] : (problems.get(outer) ?? []))]),
  ];
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
        stepNode(builder, outer, event.key === 'ArrowUp' ? -1 : 1);
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
          <button
            type="button"
            className="query-not"
            title="改为满足"
            onClick={() => edit((old) => negated(old, outer))}
          >
            {denied % 2 === 1 ? '不满足' : '不满足（两次）'}
          </button>
        )}
        <NodeCount path={outer} />
        <NodeMenu path={path} outer={outer} node={node} />
        <Button type="text" aria-label="删除条件" onClick={() => edit((old) => removed(old, outer))}>
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

function NodeCount({ path }: { path: TreePath }) {
  const count = useContext(CountsContext).get(path);
  return (
    <span className="query-count" aria-label={count === undefined ? undefined : '单独符合的人数'}>
      {count === undefined ? '' : `${count.toLocaleString('zh-CN')} 人`}
    </span>
  );
}
