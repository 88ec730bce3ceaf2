import { Input } from 'antd';
import { useState } from 'react';
import { printDate, isPartialDate, textOf, writtenOf } from '#platform/model';
import { readTypedDate } from '../typed-date.ts';
import { controlStatus, type ControlProps } from './control.ts';

/** What the field shows: the date as printed, or the text that could not be read as one. */
function shown({ row, field }: Pick<ControlProps, 'row' | 'field'>): string {
  const value = textOf(row, field.key);
  if (value === '') return writtenOf(row, field.key);
  return isPartialDate(value) ? printDate(value) : value;
}

/**
 * A date as precise as it is known. It is read when the field is left; what is no date is kept as typed, so that the
 * check of the record can name it.
 */
export function DateControl(props: ControlProps) {
  const { id, invalid, onChange } = props;
  const text = shown(props);
  /** What is being typed; null while nothing is. */
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (): void => {
    const wanted = (typed ?? text).trim();
    setTyped(null);
    if (wanted !== text) onChange(wanted === '' ? null : (readTypedDate(wanted) ?? wanted));
  };
  return (
    <Input
      id={id}
      value={typed ?? text}
      allowClear
      autoComplete="off"
      placeholder="如 1972.11"
      aria-invalid={invalid}
      {...controlStatus(invalid)}
      onChange={(event) => {
        setTyped(event.target.value);
        // The button that clears the field leaves it without a focus that could be lost.
        if (event.target.value === '') onChange(null);
      }}
      onBlur={commit}
      onPressEnter={commit}
    />
  );
}
