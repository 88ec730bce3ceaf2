import { Input, Select } from 'antd';
import { Field } from './field.tsx';

/** What is said of an entry, as it is being written. */
export interface EntryDraft {
  readonly enteredOn: string;
  readonly batch: string;
  readonly entryMethodCode: '1' | '2' | '3' | null;
  readonly recommendedBy: string;
  readonly direction: string;
  readonly measures: string;
  readonly remark: string;
}

const methods = [
  { value: '1', label: '按条件入库' },
  { value: '2', label: '推荐入库' },
  { value: '3', label: '组织确定' },
] as const;

export function newEntry(day: string, method: EntryDraft['entryMethodCode']): EntryDraft {
  return {
    enteredOn: day,
    batch: `${day.slice(0, 4)} 年`,
    entryMethodCode: method,
    recommendedBy: '',
    direction: '',
    measures: '',
    remark: '',
  };
}

export function EntryFields({
  draft,
  onChange,
}: {
  readonly draft: EntryDraft;
  readonly onChange: (draft: EntryDraft) => void;
}) {
  const text = (key: 'batch' | 'recommendedBy' | 'direction', most: number) => (
    <Input
      id={`entry-${key}`}
      value={draft[key]}
      maxLength={most}
      autoComplete="off"
      onChange={(event) => onChange({ ...draft, [key]: event.target.value })}
    />
  );
  const paragraph = (key: 'measures' | 'remark') => (
    <Input.TextArea
      id={`entry-${key}`}
      value={draft[key]}
      maxLength={400}
      rows={3}
      onChange={(event) => onChange({ ...draft, [key]: event.target.value })}
    />
  );
  return (
    <>
      <Field label="入库时间" id="entry-enteredOn">
        <Input
          id="entry-enteredOn"
          type="date"
          value={draft.enteredOn}
          onChange={(event) => onChange({ ...draft, enteredOn: event.target.value })}
        />
      </Field>
      <Field label="批次" id="entry-batch">
        {text('batch', 40)}
      </Field>
      <Field label="入库方式" id="entry-method">
        <Select
          id="entry-method"
          aria-label="入库方式"
          value={draft.entryMethodCode}
          allowClear
          options={[...methods]}
          onChange={(value?: EntryDraft['entryMethodCode']) =>
            onChange({ ...draft, entryMethodCode: value ?? null })
          }
        />
      </Field>
      <Field label="推荐单位（人）" id="entry-recommendedBy">
        {text('recommendedBy', 100)}
      </Field>
      <Field label="使用方向" id="entry-direction">
        {text('direction', 100)}
      </Field>
      <Field label="培养措施" id="entry-measures">
        {paragraph('measures')}
      </Field>
      <Field label="备注" id="entry-remark">
        {paragraph('remark')}
      </Field>
    </>
  );
}
