import { useContext, useState } from 'react';
import { canMove, moved } from '../tree/tree-edits.ts';
import type { TreePath } from '../tree/tree-path.ts';
import { DraggedContext, useBuilder } from './builder-context.ts';

/** A line between two nodes on which a dragged node may be dropped. */
export function DropPlace({ group, index }: { group: TreePath; index: number }) {
  const dragged = useContext(DraggedContext);
  return dragged === null ? null : <OpenPlace group={group} index={index} dragged={dragged} />;
}

function OpenPlace({ group, index, dragged }: { group: TreePath; index: number; dragged: TreePath }) {
  const { now, drag, edit } = useBuilder();
  const [over, setOver] = useState(false);
  // While something is dragged the question stays as it is.
  const [fits] = useState(() => canMove(now(), dragged, group));
  if (!fits) return null;
  return (
    <div
      className={over ? 'query-drop is-over' : 'query-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        edit((old) => moved(old, dragged, group, index).question);
        drag(null);
      }}
    />
  );
}
