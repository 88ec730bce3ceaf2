import { RenderProblem } from '../render-problem.ts';
import { placeholdersOf, type Loop, type Placeholder } from '../template/placeholders.ts';
import type { TemplateItem, TemplateScope, TemplateValue } from '../template/template-data.ts';
import { descendants, edited, type Edit, type XmlNode } from '../template/xml-tree.ts';
import { cellTextLimit, inlineText } from '../xlsx/cell-text.ts';
import { escapeXml } from '../xml-text.ts';
import { copiesOf, heightOf, RowShift } from './row-shift.ts';
import type { SheetRow, SheetTemplate, TemplateCell } from './sheet-template.ts';

const rowLimit = 1_048_576;

/** Elements behind the rows whose attributes name cells. */
const ranged: readonly (readonly [string, string])[] = [
  ['dimension', 'ref'],
  ['autoFilter', 'ref'],
  ['conditionalFormatting', 'sqref'],
  ['dataValidation', 'sqref'],
  ['hyperlink', 'ref'],
  ['ignoredError', 'sqref'],
  ['protectedRange', 'sqref'],
  ['selection', 'sqref'],
];

export const shiftOf = (loops: readonly Loop<SheetRow>[], scope: TemplateScope): RowShift =>
  new RowShift(
    loops.map(({ name, first, last }) => ({
      first: first.number,
      last: last.number,
      count: scope.items(name).length,
    })),
  );

/** Faults that hinder the moving of rows. */
export function shiftFaults(
  sheet: SheetTemplate,
  loops: readonly Loop<SheetRow>[],
  shift: RowShift,
): string[] {
  const first = Math.min(...loops.map((loop) => loop.first.number));
  const formulas = sheet.rows
    .filter(({ number }) => number >= first)
    .flatMap(({ number, cells }) =>
      cells.filter(({ hasFormula }) => hasFormula).map(({ letters }) => `${sheet.name}!${letters}${number}`),
    )
    .map((place) => `${place}：循环的行及其以下不能有公式，请改为占位符`);
  const merges = descendants(sheet.root, 'mergeCell')
    .map(({ attributes }) => attributes['ref'] ?? '')
    .filter((range) => shift.merged(range) === null)
    .map((range) => `${sheet.name}!${range}：合并的单元格不能跨越循环的行`);
  return [...formulas, ...merges];
}

/** The sheet with its placeholders filled; null where it has none. */
export function fillSheet(
  sheet: SheetTemplate,
  loops: readonly Loop<SheetRow>[],
  scope: TemplateScope,
  shift: RowShift,
): string | null {
  const hasFields = sheet.rows.some(({ cells }) => cells.some(({ text }) => placeholdersOf(text).length > 0));
  if (!hasFields) return null;
  if (shift.last(sheet.rows.at(-1)?.number ?? 1) > rowLimit)
    throw new RenderProblem('table-too-large', `工作表“${sheet.name}”超过 ${rowLimit} 行，请缩小范围。`);
  const edits = loops.length > 0 ? movedRanges(sheet, shift) : [];
  for (const row of sheet.rows) {
    const loop = loops.find(({ first, last }) => row.number >= first.number && row.number <= last.number);
    if (!loop) {
      const text = rowXml(sheet, row, shift.first(row.number), (cell) => filled(cell, scope, null, null));
      edits.push({ start: row.node.start, end: row.node.end, text });
      continue;
    }
    const block = sheet.rows.filter(
      ({ number }) => number >= loop.first.number && number <= loop.last.number,
    );
    const text = row === block[0] ? blockXml(sheet, block, loop, scope, shift) : '';
    edits.push({ start: row.node.start, end: row.node.end, text });
  }
  return edited(sheet.source, edits);
}

/** The rows of a loop for all items; over nobody they stay once, empty. */
function blockXml(
  sheet: SheetTemplate,
  block: readonly SheetRow[],
  loop: Loop<SheetRow>,
  scope: TemplateScope,
  shift: RowShift,
): string {
  const items = scope.items(loop.name);
  const range = { first: loop.first.number, last: loop.last.number, count: items.length };
  const copies = Array.from({ length: copiesOf(range) }, (_, copy) =>
    block.map((row) =>
      rowXml(sheet, row, shift.first(row.number) + copy * heightOf(range), (cell) =>
        filled(cell, scope, loop.name, items[copy] ?? {}),
      ),
    ),
  );
  return copies.flat().join('');
}

/** A row under a new number; cells that are not filled keep what they have. */
function rowXml(
  { source }: SheetTemplate,
  row: SheetRow,
  number: number,
  fill: (cell: TemplateCell) => TemplateValue | undefined,
): string {
  const edits: Edit[] = [...attributeEdit(source, row.node, 'r', String(number))];
  for (const cell of row.cells) {
    const place = `${cell.letters}${number}`;
    const value = fill(cell);
    if (value === undefined) edits.push(...attributeEdit(source, cell.node, 'r', place));
    else edits.push({ start: cell.node.start, end: cell.node.end, text: cellXml(cell, place, value) });
  }
  return edited(source, edits, row.node.start, row.node.end);
}

/** The value of a cell with placeholders; undefined where it has none. */
function filled(
  { text }: TemplateCell,
  scope: TemplateScope,
  loop: string | null,
  item: TemplateItem | null,
): TemplateValue | undefined {
  const found = placeholdersOf(text);
  if (found.length === 0) return undefined;
  const valueOf = ({ kind, name }: Placeholder) => (kind === 'field' ? scope.value(name, loop, item) : null);
  const fields = found.filter(({ kind }) => kind === 'field');
  const marks = found.reduce((sum, { start, end }) => sum + end - start, 0);
  const [only] = fields;
  // A cell of one field alone takes the value as it is: a number stays a number.
  if (only && fields.length === 1 && marks === text.trim().length) return valueOf(only);
  let result = '';
  let at = 0;
  for (const each of found) {
    const value = valueOf(each);
    result += text.slice(at, each.start) + (value instanceof Uint8Array ? '' : String(value ?? ''));
    at = each.end;
  }
  return result + text.slice(at);
}

function cellXml({ node }: TemplateCell, place: string, value: TemplateValue): string {
  const style = node.attributes['s'];
  const start = `<c r="${place}"${style === undefined ? '' : ` s="${escapeXml(style)}"`}`;
  if (value === null || value === '' || value instanceof Uint8Array) return `${start}/>`;
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      throw new RenderProblem('cell-number', `单元格 ${place} 的数值不是有限的数。`);
    return `${start}><v>${value}</v></c>`;
  }
  if (value.length > cellTextLimit)
    throw new RenderProblem('cell-too-long', `单元格 ${place} 的内容超过 ${cellTextLimit} 字，请缩短。`);
  return `${start} t="inlineStr">${inlineText(value)}</c>`;
}

/** All that names cells beside the rows themselves. */
function movedRanges(sheet: SheetTemplate, shift: RowShift): Edit[] {
  const edits = ranged.flatMap(([element, attribute]) =>
    descendants(sheet.root, element).flatMap((node) => {
      const value = node.attributes[attribute];
      return value === undefined ? [] : attributeEdit(sheet.source, node, attribute, shift.ranges(value));
    }),
  );
  const [merges] = descendants(sheet.root, 'mergeCells');
  if (!merges) return edits;
  const ranges = merges.children.flatMap(({ attributes }) => shift.merged(attributes['ref'] ?? '') ?? []);
  const list = ranges.map((range) => `<mergeCell ref="${escapeXml(range)}"/>`).join('');
  const text = `<mergeCells count="${ranges.length}">${list}</mergeCells>`;
  return [...edits, { start: merges.start, end: merges.end, text }];
}

function attributeEdit(source: string, node: XmlNode, name: string, value: string): Edit[] {
  if (node.attributes[name] === undefined) return [];
  const tag = source.slice(node.start, node.innerStart);
  const match = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`).exec(tag);
  if (!match?.[1]) return [];
  const end = node.start + match.index + match[0].length;
  return [{ start: end - match[1].length, end, text: `"${escapeXml(value)}"` }];
}
