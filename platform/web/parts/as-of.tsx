import { Button } from 'antd';
import { useId, type ReactNode } from 'react';
import { DayInput } from './day-input.tsx';

export interface AsOfProps {
  /** The day that was chosen; absent: as it is by itself. */
  readonly asOf: string | undefined;
  /** The day of what is shown, when none was chosen; absent while nothing is. */
  readonly counted?: string | undefined;
  readonly onChange: (asOf: string | undefined) => void;
  /** What takes the choice back. */
  readonly back?: string;
  /** Stands between the day and the way back: a slider. */
  readonly children?: ReactNode;
}

/** 截止时间: the day for which everything on a page is counted. */
export function AsOf({ asOf, counted, onChange, back = '回到今天', children }: AsOfProps) {
  const id = useId();
  return (
    <div className="part-as-of">
      <label htmlFor={id}>截止时间</label>
      <DayInput id={id} value={asOf ?? counted ?? ''} onChange={onChange} />
      {children}
      {asOf !== undefined && (
        <Button type="text" onClick={() => onChange(undefined)}>
          {back}
        </Button>
      )}
    </div>
  );
}
