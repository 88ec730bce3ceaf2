import { textOf, type FieldDefinition, type RecordRow, type SetDefinition } from '#platform/model';
import type { UnitChange } from '../../model/unit-contracts.ts';
import type { UnitAction } from './unit-actions.ts';

/** The dialogs are drawn as the form of a set is: the fields of each are declared as those of a record. */
const documentNo: FieldDefinition = { key: 'documentNo', code: '', label: '文号', type: 'text', length: 60 };
const remark: FieldDefinition = { key: 'remark', code: '', label: '说明', type: 'paragraph', length: 500 };
const changedOn: FieldDefinition = { key: 'on', code: '', label: '变动时间', type: 'date', required: true };

const fields: Readonly<Record<UnitAction, readonly FieldDefinition[]>> = {
  found: [
    { key: 'name', code: '', label: '机构名称', type: 'text', length: 200, required: true },
    { key: 'shortName', code: '', label: '机构简称', type: 'text', length: 200 },
    { key: 'parent', code: '', label: '上级机构', type: 'unit' },
    { key: 'kindCode', code: '', label: '法人单位标识', type: 'code', codeTable: 'B0194' },
    { key: 'levelCode', code: '', label: '机构级别', type: 'code', codeTable: 'ZB03' },
    { key: 'foundedOn', code: '', label: '设立时间', type: 'date' },
    documentNo,
    remark,
  ],
  rename: [
    { key: 'name', code: '', label: '新名称', type: 'text', length: 200, required: true },
    { key: 'shortName', code: '', label: '新简称', type: 'text', length: 200 },
    changedOn,
    documentNo,
    remark,
  ],
  regrade: [
    { key: 'level', code: '', label: '新级别', type: 'code', codeTable: 'ZB03', required: true },
    changedOn,
    documentNo,
    remark,
  ],
  move: [{ key: 'parent', code: '', label: '新上级机构', type: 'unit' }, changedOn, documentNo, remark],
  abolish: [{ key: 'successor', code: '', label: '承接机构', type: 'unit' }, changedOn, documentNo, remark],
};

/** The fields of a dialog as a set. */
export function dialogSet(action: UnitAction): SetDefinition {
  return {
    code: `unit-${action}`,
    key: action,
    label: '',
    subject: 'unit',
    repeating: false,
    fields: fields[action],
  };
}

export interface EndChoice {
  readonly merged: boolean;
  readonly withOffices: boolean;
  readonly confirmed: boolean;
}

/** The change that a filled dialog asks for. */
export function changeOf(
  action: Exclude<UnitAction, 'found'>,
  row: RecordRow,
  { merged, withOffices, confirmed }: EndChoice,
): UnitChange {
  const optional = (key: string) => (textOf(row, key) === '' ? {} : { [key]: textOf(row, key) });
  const dated = { on: textOf(row, 'on'), ...optional('documentNo'), ...optional('remark') };
  switch (action) {
    case 'rename':
      return { kind: 'rename', ...dated, name: textOf(row, 'name'), shortName: textOf(row, 'shortName') };
    case 'regrade':
      return { kind: 'regrade', ...dated, level: textOf(row, 'level') };
    case 'move':
      return { kind: 'move', ...dated, parent: textOf(row, 'parent') || null };
    case 'abolish':
      return {
        kind: 'abolish',
        ...dated,
        merged,
        successor: textOf(row, 'successor') || null,
        withOffices,
        confirmed,
      };
  }
}
