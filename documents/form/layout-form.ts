import type { ApprovalForm } from '#documents/formats';
import { valueText } from './cell-text.ts';
import { fitPosts } from './fit-posts.ts';
import type { FittedText } from './fit-text.ts';
import { postRows, resumeRow } from './front-cells.ts';
import type { FormVariant, ValueContent, VariantGeometry } from './geometry.ts';
import {
  familyRowsOnBack,
  familyRowsOnContinuation,
  mmPerPoint,
  pointsPerMm,
  ruleClearance,
} from './geometry.ts';
import type { PageRequest } from './lay-cells.ts';
import type { LaidPage } from './lay-page.ts';
import { layPage } from './lay-page.ts';
import type { FormLayout } from './layout.ts';
import { aboveContinuation, belowBack, titleTexts } from './outside-table.ts';
import type { PageFrame } from './page-frame.ts';
import { stretched, templateFrame } from './page-frame.ts';
import { columnRange } from './rules.ts';
import { formGeometry } from './variants.ts';

const noPosts: PageRequest['posts'] = new Map();

/** The three post rows decide how high the rows of the front are. */
function fitFront(
  form: ApprovalForm,
  geometry: VariantGeometry,
): { frame: PageFrame; posts: PageRequest['posts'] } {
  const { front, base } = geometry;
  const template = templateFrame(front, base);
  const cells = postRows.flatMap((row) =>
    front.cells.flatMap((cell) =>
      cell.rows[0] === row && cell.content.kind === 'value' ? [{ cell, content: cell.content }] : [],
    ),
  );
  const { xs } = template;
  const range = cells[0] ? columnRange(front, cells[0].cell) : { from: 0, to: 0 };
  const width = (xs[range.to] ?? 0) - (xs[range.from] ?? 0) - 2 * ruleClearance;
  const templates = postRows.map((row) => (front.rows[row - 1] ?? 0) * pointsPerMm);
  const texts = cells.map(({ content }) => valueText(content, form));
  const resume = (front.rows[resumeRow - 1] ?? 0) * pointsPerMm;
  const fit = fitPosts({ texts, width: width * pointsPerMm, rows: templates, resumeRow: resume, base });
  const posts = new Map<ValueContent['field'], FittedText>();
  cells.forEach(({ content }, index) => {
    const fitted = fit.fitted[index];
    if (fitted) posts.set(content.field, fitted);
  });
  if (fit.resumeRow === resume) return { frame: template, posts };
  const rows = [...front.rows];
  postRows.forEach((row, index) => (rows[row - 1] = (fit.rows[index] ?? 0) * mmPerPoint));
  rows[resumeRow - 1] = fit.resumeRow * mmPerPoint;
  return { frame: stretched(template, rows), posts };
}

function layFront(form: ApprovalForm, geometry: VariantGeometry): LaidPage {
  const { frame, posts } = fitFront(form, geometry);
  const laid = layPage({ frame, form, family: [], firstFamilyRow: 0, posts }, 'front', geometry.sheet);
  laid.page.texts.unshift(...titleTexts(geometry));
  return laid;
}

function layBack(form: ApprovalForm, geometry: VariantGeometry): LaidPage {
  const { back: page, base, sheet } = geometry;
  const family = form.family.slice(0, familyRowsOnBack);
  const frame = templateFrame(page, base);
  const request = { frame, form, family, firstFamilyRow: 0, posts: noPosts };
  const laid = layPage(request, 'back', sheet);
  const below = belowBack(laid.page, form, base, form.family.length - family.length);
  laid.page.texts.push(...below.texts);
  laid.page.boxes.push(...below.boxes);
  laid.overflow.push(...below.overflow);
  return laid;
}

function layContinuation(form: ApprovalForm, geometry: VariantGeometry, firstFamilyRow: number): LaidPage {
  const { continuation: page, base, sheet } = geometry;
  const family = form.family.slice(firstFamilyRow, firstFamilyRow + familyRowsOnContinuation);
  const frame = templateFrame(page, base);
  const request = { frame, form, family, firstFamilyRow, posts: noPosts };
  const laid = layPage(request, 'continuation', sheet);
  laid.page.texts.unshift(...aboveContinuation(laid.page, form, base));
  return laid;
}

/**
 * Lays out one 干部任免审批表: two pages, and a continuation sheet for every eighteen relatives beyond the seventh. Pure;
 * the screen, the PDF and the Word file draw what it returns.
 */
export function layoutForm(form: ApprovalForm, options: { variant: FormVariant }): FormLayout {
  const geometry = formGeometry(options.variant);
  const laid = [layFront(form, geometry), layBack(form, geometry)];
  for (let row = familyRowsOnBack; row < form.family.length; row += familyRowsOnContinuation) {
    laid.push(layContinuation(form, geometry, row));
  }
  return {
    variant: options.variant,
    pages: laid.map((each) => each.page),
    overflow: laid.flatMap((each) => each.overflow),
    familyContinued: form.family.length > familyRowsOnBack,
  };
}
