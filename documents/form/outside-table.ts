import type { ApprovalForm } from '#documents/formats';
import type { VariantGeometry } from './geometry.ts';
import { mmPerPoint, pointsPerMm, spaceBelowTable, titleCell, titleSize, titleText } from './geometry.ts';
import { fitText } from './fit-text.ts';
import { smallestSize, valueLeading } from './fit-cell.ts';
import type { FormPage, OverflowNote, PlacedText, ValueBox } from './layout.ts';
import { ascent, baselineAt } from './place-text.ts';
import { textWidth } from './text-width.ts';

/** 干部任免审批表, each character in the middle of its cell. */
export function titleTexts(geometry: VariantGeometry): PlacedText[] {
  const { left, top, height } = geometry.title;
  const em = titleSize * mmPerPoint;
  const baseline = top + (height - em) / 2 + ascent * em;
  return Array.from(titleText, (text, index) => ({
    x: left + (index + 0.5) * titleCell,
    baseline,
    size: titleSize,
    text,
    anchor: 'middle',
    width: em,
    role: 'title',
  }));
}

const tableWidth = (page: FormPage): number => page.grid.columns.reduce((sum, width) => sum + width, 0);
const tableHeight = (page: FormPage): number => page.grid.rows.reduce((sum, height) => sum + height, 0);

function note(text: string, size: number, at: Pick<PlacedText, 'x' | 'baseline' | 'anchor'>): PlacedText {
  return { ...at, size, text, width: textWidth(text) * size * mmPerPoint, role: 'note' };
}

/** What stands below the back's table. */
export interface BelowTable {
  texts: PlacedText[];
  boxes: ValueBox[];
  overflow: OverflowNote[];
}

/** 填表人：… at the left, on one line; at the right where the other relatives are, if there are more than seven. */
export function belowBack(page: FormPage, form: ApprovalForm, base: number, continued: number): BelowTable {
  const { x } = page.grid;
  const lineHeight = base + valueLeading;
  const y = page.grid.y + tableHeight(page) + spaceBelowTable * mmPerPoint;
  const baseline = baselineAt(y, base, lineHeight);
  const words = '填表人：';
  const hint = continued > 0 ? `（另有${continued}人见续表）` : '';
  const nameX = x + textWidth(words) * base * mmPerPoint;
  const hintWidth = textWidth(hint) * base * mmPerPoint;
  const width = x + tableWidth(page) - hintWidth - nameX;
  const request = { width: width * pointsPerMm, height: lineHeight, start: base, smallest: smallestSize };
  const fitted = fitText(form.filledBy, { ...request, leading: valueLeading, mostLines: 1 });
  const name = fitted.lines[0]?.pieces[0]?.text ?? '';
  const target = { kind: 'field', field: 'filledBy' } as const;
  const texts = [note(words, base, { x, baseline, anchor: 'start' })];
  if (name) {
    texts.push({
      ...note(name, fitted.size, { x: nameX, baseline, anchor: 'start' }),
      role: 'value',
      target,
    });
  }
  if (hint) texts.push(note(hint, base, { x: x + tableWidth(page), baseline, anchor: 'end' }));
  return {
    texts,
    boxes: [{ x: nameX, y, width, height: lineHeight * mmPerPoint, target }],
    overflow: fitted.lost ? [{ target, label: '填表人', lost: fitted.lost }] : [],
  };
}

/** Above a continuation sheet: whose it is, so that a loose sheet finds its form again. */
export function aboveContinuation(page: FormPage, form: ApprovalForm, base: number): PlacedText[] {
  const { x, y } = page.grid;
  const baseline = y - base * mmPerPoint * 0.5;
  const title = `${titleText}（续表）`;
  const width = tableWidth(page) * pointsPerMm - (textWidth(title) + 1) * base;
  const request = { width, height: base, start: base, smallest: smallestSize, leading: 0, mostLines: 1 };
  const { size, lines } = fitText(`姓名：${form.name}`, request);
  const texts = [note(title, base, { x: x + tableWidth(page), baseline, anchor: 'end' })];
  const name = lines[0]?.pieces[0]?.text;
  if (name) texts.push(note(name, size, { x, baseline, anchor: 'start' }));
  return texts;
}
