import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useRowHeight } from '../theme/theme-provider.tsx';
import { scrollToRow, useWindow } from './use-window.ts';
import './table.css';

export interface TableColumn<Row> {
  readonly key: string;
  readonly title: ReactNode;
  /** A CSS grid track, for instance `8rem` or `minmax(12rem, 1fr)`. */
  readonly width: string;
  readonly cell: (row: Row, index: number) => ReactNode;
  readonly align?: 'left' | 'right' | 'center';
  /** Stays in sight when the table is scrolled sideways, this far from the left edge. */
  readonly stickyAt?: string;
}

export interface VirtualTableProps<Row> {
  /** Names the table for those who do not see it. */
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Enter and click on a row. */
  readonly onOpen?: (row: Row) => void;
  /** Does a row look selected? Without it none can be. */
  readonly isSelected?: (row: Row) => boolean;
  /** Space on a row. */
  readonly onToggle?: (row: Row) => void;
}

/** A table that draws only the rows in sight. One stop of the tab key; arrows, Home, End and Page move inside. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, columns, rows, rowKey, onOpen, isSelected, onToggle } = props;
  const height = useRowHeight();
  const scroller = useRef<HTMLDivElement>(null);
  const { from, to } = useWindow(scroller, rows.length, height);
  const [active, setActive] = useState(0);
  const template = columns.map((column) => column.width).join(' ');

  const move = (to: number): void => {
    const target = Math.max(0, Math.min(rows.length - 1, to));
    setActive(target);
    scrollToRow(scroller.current, target, height);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return;
    const row = rows[active];
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 1);
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    };
    const step = steps[event.key];
    if (step !== undefined) move(step);
    else if (event.key === 'Enter' && row !== undefined) onOpen?.(row);
    else if (event.key === ' ' && row !== undefined) onToggle?.(row);
    else return;
    event.preventDefault();
  };

  return (
    <div
      className="table"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      tabIndex={0}
      ref={scroller}
      onKeyDown={onKeyDown}
    >
      <div className="table-sheet">
        <div className="table-head" role="row" style={{ gridTemplateColumns: template }}>
          {columns.map((column) => (
            <TableCell key={column.key} role="columnheader" column={column}>
              {column.title}
            </TableCell>
          ))}
        </div>
        <div className="table-body" style={{ height: rows.length * height }}>
          {rows.slice(from, to).map((row, offset) => {
            const index = from + offset;
            const key = rowKey(row);
            const names = ['table-row'];
            const selected = isSelected?.(row);
            if (selected) names.push('is-selected');
            if (index === active) names.push('is-active');
            if (onOpen) names.push('is-open');
            return (
              <div
                key={key}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={selected}
                className={names.join(' ')}
                style={{
                  gridTemplateColumns: template,
                  height,
                  transform: `translateY(${index * height}px)`,
                }}
                onClick={() => {
                  setActive(index);
                  onOpen?.(row);
                }}
              >
                {columns.map((column) => (
                  <TableCell key={column.key} role="gridcell" column={column}>
                    {column.cell(row, index)}
                  </TableCell>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface TableCellProps {
  readonly role: 'columnheader' | 'gridcell';
  readonly column: Pick<TableColumn<never>, 'align' | 'stickyAt'>;
  readonly children: ReactNode;
}

function TableCell({ role, column, children }: TableCellProps) {
  const sticky = column.stickyAt !== undefined;
  return (
    <div
      role={role}
      className={`table-cell is-${column.align ?? 'left'}${sticky ? ' is-sticky' : ''}`}
      style={sticky ? { left: column.stickyAt } : undefined}
    >
      {children}
    </div>
  );
}
