import { Button } from 'antd';
import type { RecordRow } from '#platform/model';

export interface OrderButtonsProps {
  /** What the row is called. */
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly busy: boolean;
  readonly onMove: (by: 1 | -1) => void;
}

/** 上移 and 下移 of a row whose place is printed, such as a relative on the form. */
export function OrderButtons({ name, first, last, busy, onMove }: OrderButtonsProps) {
  return (
    <>
      <Button
        type="text"
        size="small"
        title="上移"
        aria-label={`上移“${name}”`}
        disabled={first || busy}
        onClick={() => onMove(-1)}
      >
        ↑
      </Button>
      <Button
        type="text"
        size="small"
        title="下移"
        aria-label={`下移“${name}”`}
        disabled={last || busy}
        onClick={() => onMove(1)}
      >
        ↓
      </Button>
    </>
  );
}

/** The rows with one of them moved by a place, counted anew from 1. */
export function movedRow(rows: readonly RecordRow[], index: number, by: 1 | -1): RecordRow[] {
  const next = [...rows];
  const [row] = next.splice(index, 1);
  if (row) next.splice(index + by, 0, row);
  return next.map((each, place) => ({ ...each, order: place + 1 }));
}
