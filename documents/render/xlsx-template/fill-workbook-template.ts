import { RenderProblem } from '../render-problem.ts';
import { findLoops, refuseFaults } from '../template/placeholders.ts';
import { relationsOf } from '../template/relations.ts';
import { TemplateScope, type TemplateData } from '../template/template-data.ts';
import { TemplatePackage } from '../template/template-package.ts';
import { descendants, edited, readTree, type Edit } from '../template/xml-tree.ts';
import { escapeXml } from '../xml-text.ts';
import { quotedSheet } from '../xlsx/cell-name.ts';
import { fillSheet, shiftFaults, shiftOf } from './fill-sheet.ts';
import type { RowShift } from './row-shift.ts';
import { readSheet, sharedTexts } from './sheet-template.ts';

const workbookPart = 'xl/workbook.xml';

/**
 * An office's own .xlsx with its placeholders filled: `{标题}`, and rows from `{#人员}` to `{/人员}` once for each person.
 * Styles, heights, merged cells and everything else stay as they are. Whatever cannot be filled is refused with sheet and
 * cell before anything is made.
 */
export async function fillWorkbookTemplate(bytes: Uint8Array, data: TemplateData): Promise<Uint8Array> {
  const template = await TemplatePackage.open(bytes);
  const source = template.text(workbookPart);
  if (source === null)
    throw new RenderProblem('template-file', '模板不是 .xlsx 文件，请用 Excel 或 WPS 另存为 .xlsx 后再用。');
  const root = readTree(source, workbookPart);
  const related = relationsOf(template, workbookPart);
  const shared = sharedTexts(template, related.find(({ kind }) => kind === 'sharedStrings')?.target);
  const scope = new TemplateScope(data);
  const faults: string[] = [];
  const sheets = descendants(root, 'sheet').flatMap(({ attributes }) => {
    const relation = related.find(({ id }) => id === attributes['r:id']);
    if (relation?.kind !== 'worksheet') return [];
    const sheet = readSheet(template, attributes['name'] ?? '', relation.target, shared);
    const texts = sheet.rows.flatMap((row) =>
      row.cells.map(({ text, letters }) => ({ text, place: `${sheet.name}!${letters}${row.number}`, row })),
    );
    const loops = findLoops(texts, scope, faults, { pictures: false });
    const shift = shiftOf(loops, scope);
    if (loops.length > 0) {
      faults.push(...shiftFaults(sheet, loops, shift));
      const moving = relationsOf(template, sheet.part).find(({ kind }) =>
        /^(table|pivotTable|comments)$/.test(kind),
      );
      if (moving)
        faults.push(`${sheet.name}：有循环的工作表不能有“表格”、透视表或批注，请先转换为区域或删除`);
    }
    return [{ sheet, loops, shift }];
  });
  refuseFaults(faults);
  for (const { sheet, loops, shift } of sheets) {
    const filled = fillSheet(sheet, loops, scope, shift);
    if (filled !== null) template.set(sheet.part, filled);
    if (loops.length > 0) moveDrawings(template, sheet.part, shift);
  }
  const names = movedNames(
    source,
    sheets.map(({ sheet, shift }) => ({ name: sheet.name, shift })),
  );
  if (names !== source) template.set(workbookPart, names);
  return template.pack();
}

/** Print areas and titles, which name the rows of a sheet. */
function movedNames(source: string, sheets: readonly { name: string; shift: RowShift }[]): string {
  const edits = descendants(readTree(source, workbookPart), 'definedName').flatMap((node): Edit[] => {
    const sheet = sheets.find(({ name }) => {
      const quoted = `${quotedSheet(name)}!`;
      return node.text.startsWith(quoted) || node.text.startsWith(`${name}!`);
    });
    if (!sheet) return [];
    // Other names may be formulas; those of printing are lists of ranges.
    if (!/^_xlnm\.(Print_Area|Print_Titles|_FilterDatabase)$/.test(node.attributes['name'] ?? '')) return [];
    const text = node.text
      .split(/(?<=!)/)
      .map((piece, index) => (index === 0 ? piece : sheet.shift.rowRanges(sheet.shift.ranges(piece))))
      .join('');
    return text === node.text ? [] : [{ start: node.innerStart, end: node.innerEnd, text: escapeXml(text) }];
  });
  return edited(source, edits);
}

/** Pictures and shapes move with the rows at which they hang. */
function moveDrawings(template: TemplatePackage, part: string, shift: RowShift): void {
  for (const { kind, target } of relationsOf(template, part)) {
    const source = kind === 'drawing' ? template.text(target) : null;
    if (source === null) continue;
    const edits = descendants(readTree(source, target), 'xdr:row').map((node): Edit => {
      const row = shift.first(Number(node.text) + 1) - 1;
      return { start: node.innerStart, end: node.innerEnd, text: String(row) };
    });
    template.set(target, edited(source, edits));
  }
}
