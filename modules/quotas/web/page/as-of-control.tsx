import { Button, Input } from 'antd';
import { useState } from 'react';

/** 截止时间: the day for which everything on the page is counted. */
export function AsOfControl({
  asOf,
  counted,
  onChange,
}: {
  asOf: string | undefined;
  /** The day of the answer on the page. */
  counted: string | undefined;
  onChange: (asOf: string | undefined) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="quotas-as-of">
      <label htmlFor="quotas-as-of">截止时间</label>
      <Input
        id="quotas-as-of"
        type="date"
        value={typed ?? asOf ?? counted ?? ''}
        min="1950-01-01"
        max="2099-12-31"
        onChange={({ target: { value } }) => {
          // While a date is being typed it is none for moments, or one of the first century.
          const isDay = /^(19[5-9]\d|20\d\d)-\d\d-\d\d$/.test(value);
          setTyped(isDay ? null : value);
          if (isDay) onChange(value);
        }}
        onBlur={() => setTyped(null)}
      />
      {asOf === undefined ? (
        <span className="soft-text">今天</span>
      ) : (
        <Button type="text" onClick={() => onChange(undefined)}>
          回到今天
        </Button>
      )}
    </div>
  );
}
