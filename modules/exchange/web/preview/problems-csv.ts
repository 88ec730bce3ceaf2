import type { Problem } from '../../model/contracts.ts';

const heading = ['文件', '程度', '原值', '说明'];

/**
 * The problems of an import as a CSV that WPS and Excel open by a double click: with a byte order mark, and a tab
 * before what a spreadsheet would take for a formula or round (an ID number has 18 digits, a spreadsheet keeps 15).
 */
export function problemsCsv(problems: readonly Problem[]): string {
  const lines = problems.map(({ file, level, value, message }) => [
    file,
    level === 'error' ? '拒收' : '提醒',
    value,
    message,
  ]);
  return `\uFEFF${[heading, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const guarded = /^[=+\-@\t\r]/.test(text) || /^\d{12,}[\dXx]?$/.test(text) ? `\t${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
