import type { CodeTable, CodeTables } from '#platform/model';
import { technicalTitleAliases } from './aliases.ts';
import { codeOf, plainText, tableOf } from './code-of.ts';

/**
 * 专业技术职务 (GB8561): 高级工程师; 中学高级教师 for the table's 高级教师（中学）; 助教 for 助教（高校), which no other series has.
 * A title that several series have (讲师, 研究员, 编辑) is unclear.
 */
export function codeTechnicalTitle(text: string, tables: CodeTables): string | null {
  const table = tableOf(tables, 'GB8561');
  const plain = plainText(text).replace(/(?:任职|职务)?资格$/, '');
  return (
    codeOf(table, plain, technicalTitleAliases) ??
    codeOf(table, seriesLast(plain), {}) ??
    onlySeries(table, plain)
  );
}

/** The teachers' titles name the kind of school first in speech and last in the table. */
function seriesLast(plain: string): string {
  const [, school, title] = /^(中学|小学)((?:高级|[一二三]级)教师)$/.exec(plain) ?? [];
  return school && title ? `${title}（${school}）` : '';
}

function onlySeries(table: CodeTable, plain: string): string | null {
  if (plain === '') return null;
  const rows = table.items.filter((item) => item.label.replace(/（[^（）]*）$/, '') === plain);
  return rows.length === 1 ? (rows[0]?.code ?? null) : null;
}
