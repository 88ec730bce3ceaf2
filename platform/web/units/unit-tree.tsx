import { Input } from 'antd';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { scrollToRow, useWindow } from '../table/use-window.ts';
import { useRowHeight } from '../theme/theme-provider.tsx';
import { UnitTreeRow } from './unit-tree-row.tsx';
import {
  ancestorsOf,
  countsBelow,
  findRows,
  forestOf,
  livingUnits,
  treeRows,
  type TreeRow,
  type TreeUnit,
} from './tree-rows.ts';
import './units.css';

export interface UnitTreeProps {
  readonly units: readonly TreeUnit[];
  /** People of each unit by itself; shown with those below added up. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Also the units that have ended and have no people; a search finds them always. */
  readonly withAbolished?: boolean;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

/** The tree of units: draws what is in sight, finds by name and initials, full keyboard. */
export function UnitTree({ units, counts, withAbolished = false, selected, onSelect }: UnitTreeProps) {
  const height = useRowHeight();
  const forest = useMemo(() => forestOf(units), [units]);
  const sums = useMemo(() => (counts ? countsBelow(forest, counts) : null), [forest, counts]);
  const living = useMemo(
    () =>
      withAbolished
        ? forest
        : forestOf(livingUnits(units, (id) => id === selected || (sums?.get(id) ?? 0) > 0)),
    [withAbolished, forest, units, selected, sums],
  );
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [find, setFind] = useState('');
  const [active, setActive] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);

  // The topmost units and the way to the selected one are open unless the user closed them.
  const expanded = useMemo(() => {
    const top = (living.children.get(null) ?? []).map((unit) => unit.id);
    const open = new Set([...top, ...(selected ? ancestorsOf(living, selected) : [])]);
    for (const [id, wanted] of toggled) {
      if (wanted) open.add(id);
      else open.delete(id);
    }
    return open;
  }, [living, selected, toggled]);

  const searching = find.trim() !== '';
  const rows: readonly TreeRow[] = useMemo(
    () => (searching ? findRows(forest, find) : treeRows(living, expanded)),
    [forest, living, expanded, find, searching],
  );
  const { from, to } = useWindow(scroller, rows.length, height);

  const toggle = (id: string, open: boolean): void => {
    setToggled((old) => new Map([...old, [id, open]]));
  };
  const move = (target: number): void => {
    const row = Math.max(0, Math.min(rows.length - 1, target));
    setActive(row);
    scrollToRow(scroller.current, row, height);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[active];
    if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active - 1);
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(rows.length - 1);
    else if (!row) return;
    else if (event.key === 'ArrowRight' && row.hasChildren) toggle(row.unit.id, true);
    else if (event.key === 'ArrowLeft' && row.expanded) toggle(row.unit.id, false);
    else if (event.key === 'ArrowLeft') move(rows.findIndex((each) => each.unit.id === row.unit.parent));
    else if (event.key === 'Enter' || event.key === ' ') onSelect(row.unit.id);
    else return;
    event.preventDefault();
  };

  return (
    <div className="unit-tree">
      <Input
        value={find}
        allowClear
        autoComplete="off"
        aria-label="查找机构"
        placeholder="机构名称或拼音首字母"
        onChange={(event) => {
          setFind(event.target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'Enter') scroller.current?.focus();
        }}
      />
      <div
        className="unit-tree-rows"
        role="tree"
        aria-label="机构"
        aria-activedescendant={rows[active] ? `unit-${rows[active].unit.id}` : undefined}
        tabIndex={0}
        ref={scroller}
        onKeyDown={onKeyDown}
      >
        {rows.length === 0 && <p className="unit-tree-none">{searching ? '没有符合的机构' : '还没有机构'}</p>}
        <div style={{ height: rows.length * height, position: 'relative' }}>
          {rows.slice(from, to).map((row, offset) => (
            <UnitTreeRow
              key={row.unit.id}
              row={row}
              top={(from + offset) * height}
              height={height}
              count={sums?.get(row.unit.id)}
              selected={row.unit.id === selected}
              active={from + offset === active}
              onToggle={() => toggle(row.unit.id, !row.expanded)}
              onSelect={() => {
                setActive(from + offset);
                onSelect(row.unit.id);
              }}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
