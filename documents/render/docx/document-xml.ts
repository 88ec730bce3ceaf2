import type { FormLayout, FormPage, PlacedText, VariantGeometry } from '#documents/form';
import { formGeometry, mmPerPoint, spaceBelowTable, titleCell } from '#documents/form';
import { documentPart } from './package-parts.ts';
import { paragraph, twipsOfMm, twipsOfPoints } from './paragraph-xml.ts';
import { outerBorder, pageTable, row, table, twipSteps } from './table-xml.ts';

/** Line height of the paragraphs that Word needs beside a table and nobody should see, points. */
const hairline = 1;
const unseen = (section?: string): string =>
  paragraph('', { size: 1, lineHeight: hairline, align: 'left', ...(section ? { section } : {}) });

/**
 * Word processors draw the outer rules inside the table's edge, the geometry has them in the middle: the table begins half
 * a rule earlier. Points.
 */
const borderShift = outerBorder / 8 / 2;

/** Sheet and margins of a page whose text begins `top` mm below the sheet's edge. */
function sectionOf(page: FormPage, top: number): string {
  const { sheet, grid } = page;
  const width = grid.columns.reduce((sum, column) => sum + column, 0);
  const left = twipsOfMm(grid.x) - twipsOfPoints(borderShift);
  const right = twipsOfMm(sheet.width) - left - twipsOfMm(width);
  return (
    `<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="${twipsOfMm(sheet.width)}" w:h="${twipsOfMm(sheet.height)}"/>` +
    `<w:pgMar w:top="${twipsOfMm(top)}" w:right="${right}" w:bottom="284" w:left="${left}"` +
    ' w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
  );
}

/** 干部任免审批表, every character in a cell of its own without borders. */
function titleTable(page: FormPage, geometry: VariantGeometry): string {
  const texts = page.texts.filter((text) => text.role === 'title');
  const columns = twipSteps(texts.map(() => titleCell));
  const cells = texts.map(({ text, size }, index) => {
    const content = paragraph(text, { size, lineHeight: size + 2, align: 'center' });
    const width = `<w:tcW w:w="${columns[index] ?? 0}" w:type="dxa"/>`;
    return `<w:tc><w:tcPr>${width}<w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
  });
  const none = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((edge) => `<w:${edge} w:val="nil"/>`)
    .join('');
  const height = twipsOfMm(geometry.title.height) - twipsOfPoints(hairline + borderShift);
  const indent = twipsOfMm(geometry.title.left - page.grid.x) + twipsOfPoints(borderShift);
  return table(columns, indent, none, row(height, cells.join('')));
}

function notes(page: FormPage): { left: PlacedText[]; right: PlacedText[] } {
  const outside = page.texts.filter(
    ({ role, target }) => role === 'note' || (target?.kind === 'field' && target.field === 'filledBy'),
  );
  return {
    left: outside.filter((text) => text.anchor === 'start'),
    right: outside.filter((text) => text.anchor === 'end'),
  };
}

/** The line outside the table: 填表人 below the back, the name above a continuation sheet. */
function noteLine(page: FormPage, base: number, before: number, section?: string): string {
  const { left, right } = notes(page);
  const start = left.map(({ text }) => text).join('');
  const end = right.map(({ text }) => `\t${text}`).join('');
  const width = page.grid.columns.reduce((sum, column) => sum + column, 0);
  const size = Math.min(base, ...left.map((text) => text.size));
  const format = { size, lineHeight: base + 2, align: 'left' as const, before, rightTab: width };
  return paragraph(start + end, section ? { ...format, section } : format);
}

/** The document part of one form. Every page is a section, because the sides stand at different places on the sheet. */
export function formDocument(layout: FormLayout, photo: string): string {
  const geometry = formGeometry(layout.variant);
  const { base } = geometry;
  const last = layout.pages.length - 1;
  const parts = layout.pages.map((page, index) => {
    const body = pageTable(page, photo);
    if (page.kind === 'front') {
      const section = sectionOf(page, geometry.title.top);
      return titleTable(page, geometry) + unseen() + body + unseen(section);
    }
    if (page.kind === 'back') {
      const section = sectionOf(page, page.grid.y - borderShift * mmPerPoint);
      const below = noteLine(page, base, spaceBelowTable, index === last ? undefined : section);
      return body + below + (index === last ? section : '');
    }
    const lineHeight = (base + 2) * mmPerPoint;
    const section = sectionOf(page, page.grid.y - borderShift * mmPerPoint - lineHeight);
    const above = noteLine(page, base, 0);
    return above + body + unseen(index === last ? undefined : section) + (index === last ? section : '');
  });
  return documentPart(parts.join(''));
}
