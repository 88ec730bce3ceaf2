import {
  newId,
  textOf,
  validateRows,
  type CodeTables,
  type FieldDefinition,
  type Finding,
  type RecordRow,
  type SetDefinition,
} from '#platform/model';
import { reorganizationStep, type ReorganizationStep } from '../../model/plan.ts';
import { stepLabels } from './step-sentence.ts';

type Kind = ReorganizationStep['kind'];

const unit = (key: string, label: string, required = true): FieldDefinition => ({
  key,
  code: '',
  label,
  type: 'unit',
  required,
});
const name = (label: string): FieldDefinition => ({
  key: 'name',
  code: '',
  label,
  type: 'text',
  length: 200,
  required: true,
});
const shortName = (label: string): FieldDefinition => ({
  key: 'shortName',
  code: '',
  label,
  type: 'text',
  length: 200,
});
const level = (key: string, label: string, required: boolean): FieldDefinition => ({
  key,
  code: '',
  label,
  type: 'code',
  codeTable: 'ZB03',
  required,
});

/** The dialogs are drawn as the form of a set is; lists of units and people stand below. */
const fields: Readonly<Record<Kind, readonly FieldDefinition[]>> = {
  create: [
    name('机构名称'),
    shortName('机构简称'),
    unit('parent', '上级机构', false),
    { key: 'kindCode', code: '', label: '法人单位标识', type: 'code', codeTable: 'B0194' },
    level('levelCode', '机构级别', false),
  ],
  merge: [unit('into', '并入')],
  abolish: [unit('unit', '撤销的机构'), unit('successor', '承接机构', false)],
  rename: [unit('unit', '机构'), name('新名称'), shortName('新简称')],
  regrade: [unit('unit', '机构'), level('level', '新级别', true)],
  move: [unit('unit', '机构'), unit('parent', '新上级机构', false)],
  transferOffices: [unit('to', '划入')],
  transferPeople: [unit('from', '转出机构'), unit('to', '转入机构')],
};

export function stepSet(kind: Kind): SetDefinition {
  return {
    code: `step-${kind}`,
    key: kind,
    label: stepLabels[kind],
    subject: 'unit',
    repeating: false,
    fields: fields[kind],
  };
}

/** What stands below the fields. */
export interface StepLists {
  readonly units: readonly string[];
  readonly people: readonly string[];
  readonly offices: 'move' | 'end';
}

export function listsOf(step: ReorganizationStep | null): StepLists {
  return {
    units: step && 'units' in step ? step.units : [],
    people: step && 'people' in step ? step.people : [],
    offices: step && 'offices' in step ? step.offices : 'move',
  };
}

export function rowOfStep(kind: Kind, step: ReorganizationStep | null): RecordRow {
  const start: Readonly<Record<string, unknown>> = step ?? { kindCode: '1' };
  const texts = fields[kind].flatMap(({ key }) => {
    const value = start[key];
    return typeof value === 'string' ? [[key, value] as const] : [];
  });
  return { id: newId(), ...Object.fromEntries(texts) };
}

/** What is wrong with the fields; a unit that the plan itself founds is none of the records, and right. */
export function findingsOf(set: SetDefinition, row: RecordRow, tables: CodeTables): Finding[] {
  return validateRows(set, [row], tables).filter(({ value }) => !value.startsWith('new-'));
}

/** The step that a filled dialog says; the first thing that is missing, in words, where it says none. */
export function stepOf(
  kind: Kind,
  key: string,
  row: RecordRow,
  lists: StepLists,
): { readonly step: ReorganizationStep } | { readonly missing: string } {
  const nullable = new Set(['parent', 'successor', 'levelCode']);
  const values = fields[kind].map((field) => {
    const text = textOf(row, field.key);
    return [field.key, nullable.has(field.key) ? text || null : text];
  });
  const given = { kind, key, ...Object.fromEntries(values), ...lists };
  if (kind === 'create' && textOf(row, 'kindCode') === '') Object.assign(given, { kindCode: '1' });
  const read = reorganizationStep.safeParse(given);
  return read.success ? { step: read.data } : { missing: read.error.issues[0]?.message ?? '请填写完整。' };
}
