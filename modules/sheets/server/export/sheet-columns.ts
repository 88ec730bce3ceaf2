import type { DataColumn } from '#documents/render';
import type { CodeTables, FieldDefinition, SetDefinition } from '#platform/model';
import { identityColumns, personIdHead, rowIdHead, rowKeys, sheetFields } from '#modules/sheets';

/** Longer tables are no lists to choose from. */
const choiceLimit = 80;

/** The columns of a set's sheets: whose row it is, the fields, and hidden ones by which an exported row finds its way back. */
export function sheetColumns(set: SetDefinition, tables: CodeTables): DataColumn[] {
  const identity = identityColumns(set).map(({ label, hint, key }) => ({
    head: label,
    width: key === '@nationalId' || key === '@unit' ? 22 : 14,
    isNeeded: key === '@name',
    note: hint,
  }));
  const keys = new Set(set.repeating ? rowKeys(set) : []);
  const fields = sheetFields(set).map((field): DataColumn => {
    const choices = choicesOf(field, tables);
    return {
      head: field.label,
      width: Math.min(40, Math.max(12, field.label.length * 2 + 2)),
      isNeeded: field.required === true || keys.has(field.key),
      note: noteOf(field, keys.has(field.key)),
      ...(choices ? { choices } : {}),
    };
  });
  const hidden = [personIdHead, ...(set.repeating ? [rowIdHead] : [])].map((head) => ({
    head,
    width: 12,
    isHidden: true,
  }));
  return [...identity, ...fields, ...hidden];
}

/** The labels of a small table; columns of one table share one list. */
function choicesOf(field: FieldDefinition, tables: CodeTables): readonly string[] | undefined {
  const names = (field.codeTable ?? field.suggest ?? '').split('|').filter((name) => name !== '');
  if (names.length !== 1) return undefined;
  const table = tables.get(names[0] ?? '');
  if (!table || table.items.length > choiceLimit) return undefined;
  const known = lists.get(table);
  if (known) return known;
  const labels = [...new Set(table.items.map(({ label }) => label))];
  lists.set(table, labels);
  return labels;
}

const lists = new WeakMap<object, readonly string[]>();

/** How a column is filled in. */
export function noteOf(field: FieldDefinition, isKey: boolean): string {
  const parts = [isKey ? '用于确认是哪一条记录' : '', ...ways(field)];
  return parts.filter((part) => part !== '').join('；');
}

function ways({ type, codeTable, suggest }: FieldDefinition): string[] {
  switch (type) {
    case 'date':
      return ['日期，例如 1972.11 或 1972.11.05'];
    case 'code':
      return [`填写名称或代码（代码表 ${(codeTable ?? '').replaceAll('|', '、')}）`];
    case 'integer':
      return ['整数'];
    case 'unit':
      return ['机构全称；同名机构写明上级，例如 区教育局/办公室'];
    default:
      return suggest ? ['文字，可从列表中选择'] : [];
  }
}
