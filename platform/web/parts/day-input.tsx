import { Input } from 'antd';
import { useState } from 'react';

export interface DayInputProps {
  readonly id?: string;
  /** What it is called where no label stands beside it. */
  readonly label?: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly disabled?: boolean;
  /** Told whole days alone: while one is being typed it is none for moments, or one of the first century. */
  readonly onChange: (day: string) => void;
}

/** A day, from 1949 to 2099. What is no day is forgotten when the field is left. */
export function DayInput({ id, label, value, disabled = false, onChange }: DayInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      className="part-day"
      type="date"
      value={typed ?? value}
      min="1949-10-01"
      max="2099-12-31"
      disabled={disabled}
      onChange={({ target }) => {
        const isDay = /^(19[4-9]\d|20\d\d)-\d\d-\d\d$/.test(target.value);
        setTyped(isDay ? null : target.value);
        if (isDay) onChange(target.value);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
