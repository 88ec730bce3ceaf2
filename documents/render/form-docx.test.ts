import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { emptyForm, type ApprovalForm } from '#documents/formats';
import { formGeometry, formVariants, layoutForm, type FormVariant } from '#documents/form';
import { renderFormDocx } from './form-docx.ts';
import { fullForm } from './test-forms.ts';
import { allElements as all, readXml, type XmlElement as Element } from './test-xml.ts';

const text = (element: Element): string =>
  all(element, 'w:t')
    .map((each) => each.text)
    .join('');
const number = (element: Element | undefined, name = 'w:val'): number => Number(element?.attributes[name]);
const mm = (twips: number): number => (twips / 20 / 72) * 25.4;

function open(
  form: ApprovalForm,
  variant: FormVariant,
): { parts: Map<string, Element>; files: Record<string, Uint8Array> } {
  const files = unzipSync(renderFormDocx(form, { variant }).docx);
  const parts = new Map<string, Element>();
  for (const [name, bytes] of Object.entries(files)) {
    if (/\.(xml|rels)$/.test(name)) parts.set(name, readXml(Buffer.from(bytes).toString('utf8')));
  }
  return { parts, files };
}

function document(form: ApprovalForm, variant: FormVariant): Element {
  const part = open(form, variant).parts.get('word/document.xml');
  if (!part) throw new Error('no document part');
  return part;
}

/** The tables of the form, without the one that holds the title. */
const tables = (form: ApprovalForm, variant: FormVariant): Element[] =>
  all(document(form, variant), 'w:tbl').slice(1);

test('rows and columns are those of the layout, row heights exact', () => {
  for (const variant of formVariants) {
    const pages = layoutForm(fullForm, { variant }).pages;
    tables(fullForm, variant).forEach((table, index) => {
      const { columns = [], rows = [] } = pages[index]?.grid ?? {};
      const widths = all(table, 'w:gridCol').map((column) => mm(number(column, 'w:w')));
      expect(widths).toHaveLength(columns.length);
      widths.forEach((width, at) => expect(width).toBeCloseTo(columns[at] ?? 0, 1));
      const heights = all(table, 'w:trHeight');
      expect(heights.every((height) => height.attributes['w:hRule'] === 'exact')).toBe(true);
      expect(heights).toHaveLength(rows.length);
      heights.forEach((height, at) => expect(mm(number(height))).toBeCloseTo(rows[at] ?? 0, 1));
    });
  }
});

test('the cells of every row fill the grid', () => {
  for (const variant of formVariants) {
    for (const table of tables(fullForm, variant)) {
      const columns = all(table, 'w:gridCol').length;
      for (const row of all(table, 'w:tr')) {
        const spans = all(row, 'w:tc').map((cell) => number(all(cell, 'w:gridSpan')[0]) || 1);
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(columns);
      }
    }
  }
});

test('every value stands in the file as editable text, also what the page has no room for', () => {
  const form = { ...fullForm, name: '某<某>&', reason: '理由'.repeat(3000) };
  const { notes, docx } = renderFormDocx(form, { variant: 'A4' });
  expect(notes).toMatchObject([{ form: 0, kind: 'overflow', field: '任免理由' }]);
  const part = readXml(Buffer.from(unzipSync(docx)['word/document.xml'] ?? []).toString('utf8'));
  const whole = text(part);
  for (const value of [form.name, form.currentPost, form.reason, form.rewardsPenalties, form.filledBy]) {
    expect(whole).toContain(value);
  }
  for (const row of form.family) expect(whole).toContain(row.workUnitAndPost);
});

test('a résumé line is a paragraph with hanging indent and a tab behind its dates', () => {
  const paragraphs = all(document(fullForm, 'A4'), 'w:p').filter((each) =>
    text(each).startsWith('1992.09--1996.07'),
  );
  expect(paragraphs).toHaveLength(1);
  const [line] = paragraphs;
  const size = line ? number(all(line, 'w:sz')[0]) / 2 : 0;
  const indent = line && all(line, 'w:ind')[0];
  expect(number(indent, 'w:hanging')).toBeCloseTo(size * 9 * 20, -1);
  expect(line && all(line, 'w:r').flatMap((run) => all(run, 'w:tab'))).toHaveLength(1);
});

test('each side is a section of its own with the margins of its place on the sheet', () => {
  for (const variant of formVariants) {
    const { front, back, sheet } = formGeometry(variant);
    const sections = all(document(emptyForm(), variant), 'w:sectPr');
    expect(sections).toHaveLength(2);
    [front, back].forEach((side, index) => {
      const section = sections[index];
      const margins = section && all(section, 'w:pgMar')[0];
      const size = section && all(section, 'w:pgSz')[0];
      expect(mm(number(size, 'w:w'))).toBeCloseTo(sheet.width, 1);
      // Half of the outer rule lies outside the table's edge.
      expect(mm(number(margins, 'w:left'))).toBeCloseTo(side.left - 0.26, 1);
    });
    const top = sections[1] && all(sections[1], 'w:pgMar')[0];
    expect(mm(number(top, 'w:top'))).toBeCloseTo(back.top - 0.26, 1);
  }
});

test('the photo goes in with its own bytes and type, in the ratio it has', () => {
  const photo = Buffer.alloc(30);
  photo.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  photo.writeUInt32BE(300, 16);
  photo.writeUInt32BE(600, 20);
  const { parts, files } = open({ ...emptyForm(), photo }, 'A4');
  expect(Buffer.from(files['word/media/photo.png'] ?? []).equals(photo)).toBe(true);
  const body = parts.get('word/document.xml');
  const extent = body && all(body, 'wp:extent')[0];
  expect(number(extent, 'cy') / number(extent, 'cx')).toBeCloseTo(2, 3);
  const relation = parts.get('word/_rels/document.xml.rels');
  const target =
    relation && all(relation, 'Relationship').find((each) => each.attributes['Target'] === 'media/photo.png');
  expect(body && all(body, 'a:blip')[0]?.attributes['r:embed']).toBe(target?.attributes['Id']);
  expect(renderFormDocx({ ...emptyForm(), photo: Buffer.from('none') }, { variant: 'A4' }).notes).toEqual([
    { form: 0, kind: 'photo' },
  ]);
});

test('equal forms give equal bytes', () => {
  const [first, second] = [1, 2].map(() => renderFormDocx(fullForm, { variant: 'B5' }).docx);
  expect(first && second && Buffer.from(first).equals(second)).toBe(true);
});
