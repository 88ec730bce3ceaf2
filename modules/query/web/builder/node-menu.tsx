import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { Condition } from '#engine';
import { duplicated, moved, negated, steppedPlace, unwrapped, wrapped } from '../tree/tree-edits.ts';
import { isGroup } from '../tree/tree-nodes.ts';
import type { TreePath } from '../tree/tree-path.ts';
import { useBuilder, type Builder } from './builder-context.ts';
import { focusActions } from './focus-node.ts';

export interface NodeMenuProps {
  readonly path: TreePath;
  /** The place of the outermost negation of the node; without one its own. */
  readonly outer: TreePath;
  readonly node: Condition;
}

/** What can be done to a node; where it can go is worked out when the menu is opened. */
export function NodeMenu({ path, outer, node }: NodeMenuProps) {
  const builder = useBuilder();
  const { now, edit } = builder;
  const [open, setOpen] = useState(false);
  const act = (key: string): void => {
    if (key === 'not') edit((old) => negated(old, path));
    else if (key === 'copy') edit((old) => duplicated(old, path));
    else if (key === 'any') edit((old) => wrapped(old, outer, 'any'));
    else if (key === 'unwrap') edit((old) => unwrapped(old, path));
    else stepNode(builder, outer, key === 'up' ? -1 : 1);
  };
  const isPlain = path === outer;
  return (
    <Dropdown
      trigger={['click']}
      open={open}
      onOpenChange={setOpen}
      menu={{
        items: open
          ? [
              ...(isPlain ? [{ key: 'not', label: '改为不满足' }] : []),
              { key: 'copy', label: '复制一份' },
              ...(isGroup(node) && isPlain ? [{ key: 'unwrap', label: '拆开条件组' }] : []),
              ...(isGroup(node) ? [] : [{ key: 'any', label: '放入新的条件组' }]),
              { key: 'up', label: '上移（Alt+↑）', disabled: !steppedPlace(now(), outer, -1) },
              { key: 'down', label: '下移（Alt+↓）', disabled: !steppedPlace(now(), outer, 1) },
            ]
          : [],
        onClick: ({ key }) => {
          setOpen(false);
          act(key);
        },
      }}
    >
      <Button type="text" data-actions-of={outer} aria-label="条件操作">
        ⋯
      </Button>
    </Dropdown>
  );
}

/** Moves a node one place up or down, if it can go there. */
export function stepNode({ now, edit }: Builder, path: TreePath, by: 1 | -1): void {
  const place = steppedPlace(now(), path, by);
  if (!place) return;
  const next = moved(now(), path, place.group, place.index);
  edit(() => next.question);
  focusActions(next.path);
}
