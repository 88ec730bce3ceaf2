import { useState } from 'react';
import { canMove, moved } from '../tree/tree-edits.ts';
import type { TreePath } from '../tree/tree-path.ts';
import { useBuilder } from './builder-context.ts';

/** A line between two nodes on which a dragged node may be dropped. */
export function DropPlace({ group, index }: { group: TreePath; index: number }) {
  const { question, dragged, drag, edit } = useBuilder();
  const [over, setOver] = useState(false);
  if (dragged === null || !canMove(question, dragged, group)) return null;
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
        edit((now) => moved(now, dragged, group, index).question);
        drag(null);
      }}
    />
  );
}
