import { Button, Input } from 'antd';
import { useState } from 'react';

interface AsOfFieldProps {
  /** The date chosen for this view and its files; absent: the date of the book. */
  readonly chosen: string | undefined;
  /** The date of what is shown; empty while nothing is. */
  readonly shown: string;
  readonly onChange: (asOf: string | undefined) => void;
}

/** 截止时间 of the view and of what is exported from it; the book keeps its own. */
export function AsOfField({ chosen, shown, onChange }: AsOfFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="rosters-as-of" role="group" aria-label="本次的截止时间">
      <label htmlFor="rosters-as-of">截止时间</label>
      <Input
        id="rosters-as-of"
        type="date"
        value={typed ?? chosen ?? shown}
        min="1950-01-01"
        max="2099-12-31"
        onChange={(event) => {
          const date = event.target.value;
          // While a date is being typed it is for moments no date, or one of the first century.
          const isDate = /^(19[5-9]\d|20\d\d)-\d\d-\d\d$/.test(date);
          setTyped(isDate ? null : date);
          if (isDate) onChange(date);
        }}
        onBlur={() => setTyped(null)}
      />
      {chosen !== undefined && (
        <Button type="text" onClick={() => onChange(undefined)}>
          按名册设置
        </Button>
      )}
    </div>
  );
}
