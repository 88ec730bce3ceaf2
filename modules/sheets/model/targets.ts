import type { FieldDefinition, SetDefinition } from '#platform/model';
import { personSet } from '#modules/cadres';

/** A column that tells whose row it is, and is no field of the set. */
export interface IdentityColumn {
  readonly key: IdentityKey;
  readonly label: string;
  readonly hint: string;
}

export type IdentityKey = '@person' | '@row' | '@name' | '@nationalId' | '@birth' | '@unit';

const identity: readonly IdentityColumn[] = [
  { key: '@name', label: '干部姓名', hint: '必填' },
  { key: '@nationalId', label: '干部身份证号', hint: '用于确认是哪一名干部，尽量填写' },
  { key: '@birth', label: '干部出生年月', hint: '没有身份证号时填写' },
  { key: '@unit', label: '干部所在单位', hint: '没有身份证号、出生年月时填写' },
];

/** Fields of 人员基本情况 that say themselves whose row it is. */
const selfTelling: Readonly<Record<string, IdentityKey>> = {
  name: '@name',
  nationalId: '@nationalId',
  birthDate: '@birth',
  statisticalOrgCode: '@unit',
};

/** The columns that tell people apart in sheets of a set; 人员基本情况 has its own fields for that. */
export function identityColumns(set: SetDefinition): readonly IdentityColumn[] {
  return set.code === personSet.code ? [] : identity;
}

/** What a target says of the person; null for a field that says nothing. */
export function identityOf(set: SetDefinition, target: string): IdentityKey | null {
  if (target.startsWith('@')) return target as IdentityKey;
  return set.code === personSet.code ? (selfTelling[target] ?? null) : null;
}

/** Fields that a sheet can hold. */
export function sheetFields(set: SetDefinition): readonly FieldDefinition[] {
  return set.fields.filter((field) => !field.internal && field.type !== 'file');
}

/** Can rows of the set come from a sheet? */
export function takesSheets(set: SetDefinition): boolean {
  return set.subject === 'person' && !set.internal && !set.lasting && set.code !== 'A57';
}

/** The head of the hidden columns by which an exported row finds its way back. */
export const personIdHead = '人员标识';
export const rowIdHead = '记录标识';

/** What a target is called on the screen and in messages. */
export function targetLabel(set: SetDefinition, target: string): string {
  if (target === '@person') return personIdHead;
  if (target === '@row') return rowIdHead;
  return (
    identity.find(({ key }) => key === target)?.label ??
    set.fields.find(({ key }) => key === target)?.label ??
    target
  );
}
