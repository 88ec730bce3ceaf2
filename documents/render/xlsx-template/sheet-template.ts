import type { TemplatePackage } from '../template/template-package.ts';
import { childOf, descendants, readTree, type XmlNode } from '../template/xml-tree.ts';
import { RenderProblem } from '../render-problem.ts';
import { cellName } from '../xlsx/cell-name.ts';
import { cellPlace } from './row-shift.ts';

export interface TemplateCell {
  node: XmlNode;
  letters: string;
  /** Empty for numbers and formulas. */
  text: string;
  hasFormula: boolean;
}

export interface SheetRow {
  number: number;
  node: XmlNode;
  cells: TemplateCell[];
}

/** A sheet of a template as it was read. */
export interface SheetTemplate {
  name: string;
  part: string;
  source: string;
  root: XmlNode;
  rows: SheetRow[];
}

/** Reads a sheet; `shared` are the texts of the workbook. */
export function readSheet(
  template: TemplatePackage,
  name: string,
  part: string,
  shared: readonly string[],
): SheetTemplate {
  const source = template.text(part);
  const root = source === null ? null : readTree(source, part);
  const worksheet = root && childOf(root, 'worksheet');
  if (source === null || !root || !worksheet)
    throw new RenderProblem(
      'template-file',
      `不能读取模板的工作表“${name}”，请用 Excel 或 WPS 另存为 .xlsx 后再用。`,
    );
  let number = 0;
  const rows = (childOf(worksheet, 'sheetData')?.children ?? []).map((node): SheetRow => {
    number = Number(node.attributes['r'] ?? number + 1);
    let column = -1;
    const cells = node.children
      .filter((child) => child.name === 'c')
      .map((cell): TemplateCell => {
        const place = cellPlace(cell.attributes['r'] ?? cellName(column + 1, number));
        column = place.column;
        const hasFormula = childOf(cell, 'f') !== undefined;
        return {
          node: cell,
          letters: place.letters,
          text: hasFormula ? '' : textOf(cell, shared),
          hasFormula,
        };
      });
    return { number, node, cells };
  });
  return { name, part, source, root, rows };
}

function textOf(cell: XmlNode, shared: readonly string[]): string {
  const value = childOf(cell, 'v')?.text ?? '';
  const type = cell.attributes['t'];
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'inlineStr') return stringOf(childOf(cell, 'is'));
  return type === 'str' ? value : '';
}

/** A string without its readings (rPh) and with `_x000A_` undone. */
function stringOf(item: XmlNode | undefined): string {
  if (!item) return '';
  return descendants(item, 't')
    .filter(({ parent }) => parent?.name !== 'rPh')
    .map(({ text }) => text)
    .join('')
    .replaceAll(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

export function sharedTexts(template: TemplatePackage, part: string | undefined): string[] {
  const source = part === undefined ? null : template.text(part);
  if (part === undefined || source === null) return [];
  return descendants(readTree(source, part), 'si').map(stringOf);
}
