import { Button, Input, Slider } from 'antd';
import { memo, useState } from 'react';
import { dateBack, monthsBack } from './as-of-dates.ts';

export interface AsOfControlProps {
  /** Absent: today. */
  readonly asOf: string | undefined;
  readonly today: string;
  readonly onChange: (asOf: string | undefined) => void;
}

const mostMonths = 240;

/** 截止时间: a date, and a slider that goes back month by month. */
export const AsOfControl = memo(function AsOfControl({ asOf, today, onChange }: AsOfControlProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const back = asOf === undefined ? 0 : Math.min(mostMonths, Math.max(0, monthsBack(asOf, today)));
  const tell = (date: string): void => onChange(date === today ? undefined : date);
  return (
    <div className="query-as-of" role="group" aria-label="截止时间">
      <label htmlFor="query-as-of">截止时间</label>
      <Input
        id="query-as-of"
        type="date"
        value={typed ?? asOf ?? today}
        min="1950-01-01"
        max="2099-12-31"
        onChange={(event) => {
          const date = event.target.value;
          // While a date is being typed it is for moments no date, or one of the first century.
          const isDate = /^(19[5-9]\d|20\d\d)-\d\d-\d\d$/.test(date);
          setTyped(isDate ? null : date);
          if (isDate) tell(date);
        }}
        onBlur={() => setTyped(null)}
      />
      <Slider
        className="query-slider"
        min={-mostMonths}
        max={0}
        value={-back}
        ariaLabelForHandle="截止时间向前推移"
        tooltip={{ formatter: (months = 0) => dateBack(today, -months) }}
        onChange={(months: number) => tell(dateBack(today, -months))}
      />
      {asOf !== undefined && (
        <Button type="text" onClick={() => onChange(undefined)}>
          回到今天
        </Button>
      )}
    </div>
  );
});
