import type { ApprovalForm, FamilyRow } from '#documents/formats';
import { ageDate, familyText, valueText } from './cell-text.ts';
import { becomesLeftAligned, fitCell } from './fit-cell.ts';
import type { FittedText } from './fit-text.ts';
import { plainLine } from './fit-text.ts';
import type { CellSpec, FamilyContent, PageGeometry, ValueContent } from './geometry.ts';
import { mmPerPoint, pointsPerMm, ruleClearance } from './geometry.ts';
import type { Box, CellParagraph, CellTarget, LaidCell } from './layout.ts';
import { fitResume, resumeParagraphs } from './resume-lines.ts';
import { columnRange, edgesOf } from './rules.ts';

/** What laying a page's cells needs to know. */
export interface PageRequest {
  page: PageGeometry;
  /** Row heights after the posts have grown, mm. */
  rows: readonly number[];
  form: ApprovalForm;
  base: number;
  /** The people on this page, and the number of the first one in the form. */
  family: readonly FamilyRow[];
  firstFamilyRow: number;
  /** Posts are fitted before, because they decide the heights. */
  posts: ReadonlyMap<string, FittedText>;
}

type Shell = Pick<
  LaidCell,
  'row' | 'rowSpan' | 'column' | 'columnSpan' | 'box' | 'inset' | 'openAbove' | 'openBelow'
>;

function shellOf(request: PageRequest, cell: CellSpec, lastRow = cell.rows[1]): Shell {
  const { page, rows } = request;
  const { from, to } = columnRange(page, cell);
  const xs = edgesOf(page.left, page.columns);
  const ys = edgesOf(page.top, rows);
  const [x = 0, y = 0] = [xs[from], ys[cell.rows[0] - 1]];
  const box: Box = { x, y, width: (xs[to] ?? 0) - x, height: (ys[lastRow] ?? 0) - y };
  return {
    row: cell.rows[0] - 1,
    rowSpan: lastRow - cell.rows[0] + 1,
    column: from,
    columnSpan: to - from,
    box,
    inset: { left: ruleClearance, right: ruleClearance, vertical: ruleClearance },
    openAbove: cell.openAbove === true,
    openBelow: cell.openBelow === true && lastRow === cell.rows[1],
  };
}

const room = (shell: Shell, start: number): { width: number; height: number; start: number } => ({
  width: (shell.box.width - shell.inset.left - shell.inset.right) * pointsPerMm,
  height: shell.box.height * pointsPerMm,
  start,
});

const plainParagraphs = (text: string): CellParagraph[] =>
  text.split('\n').map((line) => ({ head: '', text: line, indent: 0 }));

/** Labels keep their size; where the lines are too high for the cell they move together. */
export function layLines(request: PageRequest, cell: CellSpec, lines: readonly string[]): LaidCell {
  const shell = shellOf(request, cell);
  const lineHeight = Math.min(request.base + 2, (shell.box.height * pointsPerMm) / lines.length);
  const fitted = { size: request.base, lineHeight, lines: lines.map(plainLine), lost: '' };
  const paragraphs = plainParagraphs(lines.join('\n'));
  return { ...shell, kind: 'label', align: 'center', vertical: 'middle', paragraphs, fitted };
}

/** The words of a seal area: to the right, at the bottom, an em away from the rules. */
export function laySeal(request: PageRequest, cell: CellSpec, lines: readonly string[]): LaidCell {
  const em = request.base * mmPerPoint;
  const laid = layLines(request, cell, lines);
  const inset = { left: 0, right: em, vertical: em / 2 };
  const fitted = { ...laid.fitted, lineHeight: request.base * 1.5 };
  return { ...laid, align: 'right', vertical: 'bottom', inset, fitted };
}

export function layPhoto(request: PageRequest, cell: CellSpec): LaidCell {
  const fitted = { size: request.base, lineHeight: request.base, lines: [], lost: '' };
  const target: CellTarget = { kind: 'photo' };
  const shell = shellOf(request, cell);
  return { ...shell, kind: 'photo', align: 'center', vertical: 'middle', paragraphs: [], fitted, target };
}

export function layFamily(request: PageRequest, cell: CellSpec, content: FamilyContent): LaidCell {
  const shell = shellOf(request, cell);
  const row = request.family[content.row];
  const text = row ? familyText(content, row, ageDate(request.form)) : '';
  const fitted = fitCell(text, content.fit, room(shell, request.base));
  const target: CellTarget = {
    kind: 'family',
    row: request.firstFamilyRow + content.row,
    column: content.column,
  };
  const align =
    content.align === 'center' && becomesLeftAligned(content.fit, fitted) ? 'left' : content.align;
  return {
    ...shell,
    kind: 'value',
    align,
    vertical: 'middle',
    paragraphs: plainParagraphs(text),
    fitted,
    target,
  };
}

function fitValue(
  request: PageRequest,
  content: ValueContent,
  text: string,
  shell: Shell,
  start: number,
): FittedText {
  const post = request.posts.get(content.field);
  return post ?? fitCell(text, content.fit, room(shell, start));
}

/** A value in its cell; `lastRow` and `start` differ from the template's for the two lines of a pair. */
function layText(
  request: PageRequest,
  cell: CellSpec,
  content: ValueContent,
  { lastRow = cell.rows[1], start = request.base }: { lastRow?: number; start?: number } = {},
): LaidCell {
  const { vertical } = content;
  const plain = shellOf(request, cell, lastRow);
  const right = content.align === 'right' ? request.base * mmPerPoint : plain.inset.right;
  const shell = { ...plain, inset: { ...plain.inset, right } };
  const target: CellTarget = { kind: 'field', field: content.field };
  const text = valueText(content, request.form);
  if (content.fit === 'resume') {
    const paragraphs = resumeParagraphs(text);
    const { width, height } = room(shell, start);
    const below = shell.inset.vertical * pointsPerMm;
    const fitted = fitResume(paragraphs, { width, height: height - 2 * below, start });
    return { ...shell, kind: 'value', align: content.align, vertical, paragraphs, fitted, target };
  }
  const fitted = fitValue(request, content, text, shell, start);
  const align =
    content.align === 'center' && becomesLeftAligned(content.fit, fitted) ? 'left' : content.align;
  return { ...shell, kind: 'value', align, vertical, paragraphs: plainParagraphs(text), fitted, target };
}

export function layValue(request: PageRequest, cell: CellSpec, content: ValueContent): LaidCell {
  return layText(request, cell, content);
}

/**
 * 学历 over 学位, or their schools. A lone value, and a school that both lines share, stands in the middle of both rows;
 * two values share one size.
 */
export function layPair(
  request: PageRequest,
  [upper, upperContent]: [CellSpec, ValueContent],
  [lower, lowerContent]: [CellSpec, ValueContent],
): LaidCell[] {
  const above = request.form[upperContent.field].trim();
  const below = request.form[lowerContent.field].trim();
  if (above === '' || below === '' || above === below) {
    const content = above === '' && below !== '' ? lowerContent : upperContent;
    return [layText(request, upper, content, { lastRow: lower.rows[1] })];
  }
  const cells = [layText(request, upper, upperContent), layText(request, lower, lowerContent)];
  const start = Math.min(...cells.map((cell) => cell.fitted.size));
  return [layText(request, upper, upperContent, { start }), layText(request, lower, lowerContent, { start })];
}
