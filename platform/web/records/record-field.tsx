import type { ReactNode } from 'react';
import { isUncoded, textOf, writtenOf, type Control, type Finding } from '#platform/model';
import type { TreeUnit } from '../units/tree-rows.ts';
import { UnitPicker } from '../units/unit-picker.tsx';
import { SelectControl, TreeSelectControl } from './controls/code-controls.tsx';
import type { ControlProps } from './controls/control.ts';
import { DateControl } from './controls/date-control.tsx';
import { ComboControl, NumberControl, ParagraphControl, TextControl } from './controls/text-controls.tsx';

export interface RecordFieldProps extends Omit<ControlProps, 'invalid'> {
  readonly control: Control;
  readonly wide: boolean;
  readonly units: readonly TreeUnit[];
  readonly findings: readonly Finding[];
}

/** A field of the form: label, control, and below it what is to be said about the value. */
export function RecordField({ control, wide, units, findings, ...rest }: RecordFieldProps) {
  const { id, field } = rest;
  const invalid = findings.some((finding) => finding.level === 'error');
  const given: ControlProps = { ...rest, invalid };
  return (
    <div className={wide ? 'record-field is-wide' : 'record-field'}>
      <label className="record-label" htmlFor={id} title={field.code}>
        {field.label}
        {field.required && <span className="warn-text"> *</span>}
      </label>
      {drawn(control, given, units)}
      {findings.map((finding) => (
        <p
          key={finding.code}
          className="record-note warn-text"
          role={finding.level === 'error' ? 'alert' : 'note'}
        >
          {atField(finding.message, field.label)}
        </p>
      ))}
      {!invalid && <ValueNote {...given} />}
    </div>
  );
}

function drawn(control: Control, given: ControlProps, units: readonly TreeUnit[]): ReactNode {
  switch (control) {
    case 'textarea':
      return <ParagraphControl {...given} />;
    case 'date':
      return <DateControl {...given} />;
    case 'number':
      return <NumberControl {...given} />;
    case 'combo':
      return <ComboControl {...given} />;
    case 'select':
      return <SelectControl {...given} />;
    case 'tree-select':
      return <TreeSelectControl {...given} />;
    case 'unit':
      return <UnitControl {...given} units={units} />;
    default:
      return <TextControl {...given} />;
  }
}

function UnitControl({
  id,
  field,
  row,

  onChange,
  units,
}: ControlProps & { units: readonly TreeUnit[] }) {
  return (
    <UnitPicker
      id={id}
      units={units}
      value={textOf(row, field.key) || null}
      onChange={(next) => onChange(next)}
    />
  );
}

/** A sentence without the names of set and field, which stand above it already. */
function atField(message: string, label: string): string {
  const name = `“${label}”`;
  const from = message.indexOf(name);
  return from === -1 ? message : message.slice(from + name.length).replace(/^的值?/, '');
}

/** The original spelling, a value without a code, a text longer than other programs take. */
function ValueNote({ field, row }: ControlProps) {
  const written = writtenOf(row, field.key);
  const value = textOf(row, field.key);
  if (isUncoded(field, row)) {
    return (
      <p className="record-note">
        <span className="uncoded-mark">未编码</span> 原文：{written}
      </p>
    );
  }
  if (written !== '' && written !== value) {
    return <p className="record-note">{value === '' ? `未能识别，原文：${written}` : `原文：${written}`}</p>;
  }
  if (field.length !== undefined && value.length > field.length && field.type !== 'date') {
    return (
      <p className="record-note">
        共 {value.length} 字，其他系统最多接收 {field.length} 字
      </p>
    );
  }
  return null;
}
