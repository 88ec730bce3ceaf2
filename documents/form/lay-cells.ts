import type { ApprovalForm, FamilyRow } from '#documents/formats';
import { ageDate, familyText, valueText } from './cell-text.ts';
import type { CellShell } from './cell-shell.ts';
import { plainParagraphs, shellOf } from './cell-shell.ts';
import { becomesLeftAligned, fitCell } from './fit-cell.ts';
import type { FittedText } from './fit-text.ts';
import type { CellSpec, FamilyContent, ValueContent } from './geometry.ts';
import { mmPerPoint, pointsPerMm } from './geometry.ts';
import type { CellTarget, LaidCell } from './layout.ts';
import type { PageFrame } from './page-frame.ts';
import { fitResume, resumeParagraphs } from './resume-lines.ts';

/** What laying a page's cells needs to know. */
export interface PageRequest {
  frame: PageFrame;
  form: ApprovalForm;
  /** The people on this page, and the number of the first one in the form. */
  family: readonly FamilyRow[];
  firstFamilyRow: number;
  /** Posts are fitted before, because they decide the heights. */
  posts: ReadonlyMap<string, FittedText>;
}

const room = (shell: CellShell, start: number): { width: number; height: number; start: number } => ({
  width: (shell.box.width - shell.inset.left - shell.inset.right) * pointsPerMm,
  height: shell.box.height * pointsPerMm,
  start,
});

export function layPhoto(request: PageRequest, cell: CellSpec): LaidCell {
  const fitted = { size: request.frame.base, lineHeight: request.frame.base, lines: [], lost: '' };
  const target: CellTarget = { kind: 'photo' };
  const shell = shellOf(request.frame, cell);
  return { ...shell, kind: 'photo', align: 'center', vertical: 'middle', paragraphs: [], fitted, target };
}

export function layFamily(request: PageRequest, cell: CellSpec, content: FamilyContent): LaidCell {
  const shell = shellOf(request.frame, cell);
  const row = request.family[content.row];
  const text = row ? familyText(content, row, ageDate(request.form)) : '';
  const fitted = fitCell(text, content.fit, room(shell, request.frame.base));
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
  shell: CellShell,
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
  { lastRow = cell.rows[1], start = request.frame.base }: { lastRow?: number; start?: number } = {},
): LaidCell {
  const { vertical } = content;
  const plain = shellOf(request.frame, cell, lastRow);
  const right = content.align === 'right' ? request.frame.base * mmPerPoint : plain.inset.right;
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
