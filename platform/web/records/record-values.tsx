import { displayValue, isUncoded, type CodeTables, type FormField, type RecordRow } from '#platform/model';
import type { TreeUnit } from '../units/tree-rows.ts';

export interface RecordValuesProps {
  readonly fields: readonly FormField[];
  readonly row: RecordRow;
  readonly tables: CodeTables;
  readonly units: readonly TreeUnit[];
}

/** A row for those who only read: the fields that have a value. */
export function RecordValues({ fields, row, tables, units }: RecordValuesProps) {
  const unitName = (id: string): string => units.find((unit) => unit.id === id)?.name ?? '';
  const shown = fields
    .map(({ field, span }) => ({ field, span, text: displayValue(field, row, tables, unitName) }))
    .filter(({ text }) => text !== '');
  if (shown.length === 0) return <p className="soft-text">没有填写内容</p>;
  return (
    <dl className="record-form">
      {shown.map(({ field, span, text }) => (
        <div key={field.key} className={span === 24 ? 'record-field is-wide' : 'record-field'}>
          <dt className="record-label" title={field.code}>
            {field.label}
          </dt>
          <dd className="record-value">
            {text}
            {isUncoded(field, row) && <span className="uncoded-mark">未编码</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
