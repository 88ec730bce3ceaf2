import type { CellTarget } from '#documents/form';
import type { FamilyRow, FormField } from '#documents/formats';
import { personSet } from '../../model/sets/a01-person.ts';
import { proposalSet } from '../../model/sets/a53-proposal.ts';
import { formMap } from '../../model/form/form-map.ts';

const familyNames: Readonly<Record<keyof FamilyRow, string>> = {
  relation: '称谓',
  name: '姓名',
  birth: '年龄',
  politicalStatus: '政治面貌',
  workUnitAndPost: '工作单位及职务',
};

function fieldName(form: FormField): string {
  const place = formMap.find((mapping) => mapping.form === form);
  const set = place?.set === 'A53' ? proposalSet : personSet;
  return set.fields.find((field) => field.key === place?.key)?.label ?? '';
}

/** What a cell of the form is called by those who hear it instead of seeing it. */
export function cellName(target: CellTarget): string {
  if (target.kind === 'photo') return '照片';
  if (target.kind === 'family') return `家庭成员第 ${target.row + 1} 人${familyNames[target.column]}`;
  return fieldName(target.field);
}

/** Distinguishes the cells of one page. */
export function cellKey(target: CellTarget): string {
  if (target.kind === 'photo') return 'photo';
  return target.kind === 'family' ? `family.${target.row}.${target.column}` : target.field;
}
