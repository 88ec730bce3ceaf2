import type { FieldDefinition, FieldType } from '#platform/model';

/** 类型 of a field as the office says it. */
export const typeLabels: Readonly<Record<FieldType, string>> = {
  text: '文字',
  paragraph: '多行文字',
  date: '日期',
  code: '代码',
  integer: '整数',
  unit: '机构',
  file: '文件',
};

/** The code tables that a field names, those of its codes before those whose labels it suggests. */
export function tablesOfField({
  codeTable,
  suggest,
}: Pick<FieldDefinition, 'codeTable' | 'suggest'>): string[] {
  return (codeTable ?? suggest ?? '').split('|').filter((name) => name !== '');
}

/** What else is to be known about a field, in words. */
export function remarksOf(field: FieldDefinition): string {
  return [
    field.required && '必填',
    field.sensitive && '敏感',
    field.suggest && '可选可填',
    isText(field) && field.length !== undefined && `通常不超过 ${field.length} 字`,
    field.internal && '系统使用',
  ]
    .filter((remark) => typeof remark === 'string')
    .join('，');
}

/** A code's length says nothing to people. */
function isText({ type }: FieldDefinition): boolean {
  return type === 'text' || type === 'paragraph';
}
