import { Slider } from 'antd';
import { memo } from 'react';
import { AsOf } from '#platform/web';
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
  const back = asOf === undefined ? 0 : Math.min(mostMonths, Math.max(0, monthsBack(asOf, today)));
  const tell = (date: string): void => onChange(date === today ? undefined : date);
  return (
    <AsOf asOf={asOf} counted={today} onChange={(date) => tell(date ?? today)}>
      <Slider
        className="query-slider"
        min={-mostMonths}
        max={0}
        value={-back}
        ariaLabelForHandle="截止时间向前推移"
        tooltip={{ formatter: (months = 0) => dateBack(today, -months) }}
        onChange={(months: number) => tell(dateBack(today, -months))}
      />
    </AsOf>
  );
});
