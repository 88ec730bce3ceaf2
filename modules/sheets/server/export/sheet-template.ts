import { writeDataWorkbook, type DataSheet } from '#documents/render';
import type { CodeTables, FieldDefinition, SetDefinition } from '#platform/model';
import { identityColumns, sheetFields } from '#modules/sheets';
import { exampleMark } from '../sheet/cells.ts';
import { sheetColumns } from './sheet-columns.ts';

/** The template of a set: heads with notes and choices, an example, and a sheet that explains every column. */
export function sheetTemplate(set: SetDefinition, tables: CodeTables): AsyncIterable<Uint8Array> {
  const columns = sheetColumns(set, tables);
  const data: DataSheet = {
    name: sheetName(set),
    columns,
    examples: [
      [...identityColumns(set).map(({ key }) => identityExample(key)), ...fieldExamples(set, tables)],
    ],
    rows: [],
  };
  return writeDataWorkbook([data, explanation(set, columns)]);
}

/** What a sheet may be called. */
export const sheetName = (set: SetDefinition): string => set.label.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

function identityExample(key: string): string {
  const texts: Record<string, string> = {
    '@name': `${exampleMark}：张三（本行不导入）`,
    '@nationalId': '990101197211050017',
    '@birth': '1972.11',
    '@unit': '区教育局',
  };
  return texts[key] ?? '';
}

function fieldExamples(set: SetDefinition, tables: CodeTables): string[] {
  return sheetFields(set).map((field, index) =>
    index === 0 && identityColumns(set).length === 0
      ? `${exampleMark}：张三（本行不导入）`
      : exampleOf(field, tables),
  );
}

function exampleOf({ type, codeTable, suggest }: FieldDefinition, tables: CodeTables): string {
  if (type === 'date') return '2010.07';
  if (type === 'integer') return '1';
  const table = tables.get((codeTable ?? suggest ?? '').split('|')[0] ?? '');
  return table?.items.find(({ code }) => code !== null && table.children(code).length === 0)?.label ?? '';
}

function explanation(set: SetDefinition, columns: DataSheet['columns']): DataSheet {
  const shown = columns.filter(({ isHidden }) => !isHidden);
  const rows = shown.map(({ head, note, isNeeded, choices }) => [
    head,
    isNeeded ? '是' : '',
    note ?? '',
    choices && choices.length <= 20 ? choices.join('、') : choices ? '见单元格的下拉列表' : '',
  ]);
  const general = [
    [
      '一行一条记录',
      '',
      `导入时按身份证号确认人员；没有身份证号的，按姓名加出生年月，或姓名加所在单位。`,
      '',
    ],
    ['空着的格子', '', `不改变系统中已有的内容；要清空内容，在导入页面选定一个“清空标记”后填写该标记。`, ''],
    ['多余的列', '', '可以保留，导入时不选对应项目即可；列的次序可以改变。', ''],
  ];
  return {
    name: '填写说明',
    columns: [
      { head: `“${sheetName(set)}”各列`, width: 28 },
      { head: '应填写', width: 8 },
      { head: '填写办法', width: 60 },
      { head: '可填写的内容', width: 60 },
    ],
    rows: [...rows, ...general],
  };
}
