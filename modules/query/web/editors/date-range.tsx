import { Input, InputNumber, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { Bound } from '#engine';
import { isPartialDate, printDate } from '#platform/model';
import { readTypedDate } from '#platform/web';
import { distanceOf, isRelative, relativeDate, withBounds, type DistanceUnit } from './bounds.ts';
import type { BetweenNode, EditorProps } from './editor-props.ts';

/** From one date to another: dates of the calendar, or so far from the reference date. */
export function DateRange({ field, node, onChange }: EditorProps<BetweenNode>) {
  const [relative, setRelative] = useState(isRelative(node.from) || isRelative(node.to));
  const ends = [
    { key: 'from', label: '起', value: node.from },
    { key: 'to', label: '止', value: node.to },
  ] as const;
  return (
    <div className="query-values">
      <Segmented
        size="small"
        aria-label={`${field.label}的表示`}
        value={relative ? 'relative' : 'calendar'}
        options={[
          { value: 'calendar', label: '日期' },
          { value: 'relative', label: '距截止日期' },
        ]}
        onChange={(way) => {
          setRelative(way === 'relative');
          onChange(withBounds(node, { from: undefined, to: undefined }));
        }}
      />
      {ends.map(({ key, label, value }) => {
        const given = {
          label: `${field.label}${label}`,
          value,
          onChange: (next: Bound | undefined): void =>
            onChange(withBounds(node, { from: node.from, to: node.to, [key]: next })),
        };
        return (
          <div key={key} className="query-range">
            <span>{label}</span>
            {relative ? <DistanceInput {...given} /> : <DateInput {...given} />}
          </div>
        );
      })}
    </div>
  );
}

interface EndProps {
  readonly label: string;
  readonly value: Bound | undefined;
  readonly onChange: (bound: Bound | undefined) => void;
}

/** A date as clerks type it, read as soon as it is one. */
export function DateInput({ label, value, onChange }: EndProps) {
  const text = typeof value === 'string' ? (isPartialDate(value) ? printDate(value) : value) : '';
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed.trim() !== '' && readTypedDate(typed) === null;
  return (
    <Input
      aria-label={label}
      value={typed ?? text}
      allowClear
      autoComplete="off"
      placeholder="不限，如 1980.05"
      aria-invalid={wrong}
      {...(wrong ? { status: 'error' as const } : {})}
      onChange={(event) => {
        setTyped(event.target.value);
        const date = readTypedDate(event.target.value);
        if (date !== null || event.target.value.trim() === '') onChange(date ?? undefined);
      }}
      onBlur={() => {
        if (!wrong) setTyped(null);
      }}
    />
  );
}

const units: readonly { readonly value: DistanceUnit; readonly label: string }[] = [
  { value: 'years', label: '年' },
  { value: 'months', label: '个月' },
  { value: 'days', label: '天' },
];

/** So long before or after the reference date; without a number there is no bound. */
function DistanceInput({ label, value, onChange }: EndProps) {
  const distance = isRelative(value) ? distanceOf(value) : null;
  const [chosen, choose] = useState({ unit: distance?.unit ?? 'months', after: distance?.after ?? false });
  if (isRelative(value) && !distance) {
    return (
      <button type="button" className="query-not" onClick={() => onChange(undefined)}>
        年、月、日合计，点此重填
      </button>
    );
  }
  const tell = (amount: number | null, next: typeof chosen): void => {
    choose(next);
    onChange(amount === null ? undefined : relativeDate({ amount, ...next }));
  };
  const amount = distance?.amount ?? null;
  return (
    <>
      <Select
        aria-label={`${label}的方向`}
        value={chosen.after ? 'after' : 'before'}
        options={[
          { value: 'before', label: '截止日期前' },
          { value: 'after', label: '截止日期后' },
        ]}
        onChange={(side) => tell(amount, { ...chosen, after: side === 'after' })}
      />
      <InputNumber<number>
        aria-label={label}
        value={amount}
        min={0}
        max={9999}
        precision={0}
        controls={false}
        placeholder="不限"
        onChange={(next) => tell(next, chosen)}
      />
      <Select<DistanceUnit>
        aria-label={`${label}的单位`}
        value={chosen.unit}
        options={[...units]}
        onChange={(unit) => tell(amount, { ...chosen, unit })}
      />
    </>
  );
}
