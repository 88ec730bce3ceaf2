import { beforeAll, expect, test } from 'vitest';
import { emptyForm } from '#documents/formats';
import { formGeometry, layoutForm, mmPerPoint } from '#documents/form';
import { createPdfRenderer, type PdfRenderer } from '../pdf-renderer.ts';
import { defaultFontFolders } from './font-files.ts';
import { fullForm } from '../test-forms.ts';
import { readBack } from './read-back.ts';
import { drawingOf, pagesOf, textOf } from './read-pages.ts';

let renderer: PdfRenderer;
beforeAll(() => {
  renderer = createPdfRenderer({ fontFolders: defaultFontFolders() });
});

test('every character of a form stands in the PDF, with an outline, the rare ones too', () => {
  const { pdf, notes } = renderer.render([fullForm], { variant: 'A4' });
  const back = readBack(pdf);
  const pages = layoutForm(fullForm, { variant: 'A4' }).pages;
  const written = pagesOf(back).map((page) => textOf(back, page));
  expect(written).toHaveLength(3);
  pages.forEach((page, index) => {
    for (const { text } of page.texts) expect(written[index]).toContain(text);
  });
  expect(written[0]).toContain('𬀩㛃');
  expect(notes).toEqual([]);
});

test('a character that no font has is reported and keeps its meaning', () => {
  const { pdf, notes } = renderer.render([emptyForm(), { ...emptyForm(), name: '张\ue000' }], {
    variant: 'A4',
  });
  expect(notes).toEqual([{ form: 1, kind: 'missingCharacter', text: '\ue000' }]);
  const back = readBack(pdf);
  expect(textOf(back, pagesOf(back)[2] ?? '')).toContain('张\ue000');
});

test('the rules are drawn where the geometry has them, in all variants', () => {
  for (const variant of ['A4', 'B5', 'archive'] as const) {
    const back = readBack(renderer.render([emptyForm()], { variant }).pdf);
    const { sheet } = formGeometry(variant);
    const pages = layoutForm(emptyForm(), { variant }).pages;
    pagesOf(back).forEach((page, index) => {
      const media = /MediaBox\[0 0 ([\d.]+) ([\d.]+)\]/.exec(page);
      expect(Number(media?.[1]) * mmPerPoint).toBeCloseTo(sheet.width, 2);
      expect(Number(media?.[2]) * mmPerPoint).toBeCloseTo(sheet.height, 2);
      const lines = Array.from(
        drawingOf(back, page).matchAll(/([\d.]+) w ([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S/g),
        (line) => line.slice(1).map(Number),
      );
      const rules = pages[index]?.rules ?? [];
      expect(lines).toHaveLength(rules.length);
      rules.forEach((rule, at) => {
        const [width = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = lines[at] ?? [];
        expect(width).toBe(rule.width);
        expect(x1 * mmPerPoint).toBeCloseTo(rule.x1, 2);
        expect(x2 * mmPerPoint).toBeCloseTo(rule.x2, 2);
        expect(sheet.height - y1 * mmPerPoint).toBeCloseTo(rule.y1, 2);
        expect(sheet.height - y2 * mmPerPoint).toBeCloseTo(rule.y2, 2);
      });
    });
  }
});

test('a book taken in pieces is the file that is rendered at once', () => {
  const forms = Array.from({ length: 40 }, (_, index) => ({ ...fullForm, name: `某${index}` }));
  const book = renderer.open({ variant: 'A4' });
  const pieces = forms.map((form) => book.add(form));
  pieces.push(book.finish());
  const { pdf } = renderer.render(forms, { variant: 'A4' });
  expect(Buffer.concat(pieces).equals(pdf)).toBe(true);
  expect(pagesOf(readBack(pdf))).toHaveLength(120);
});

test('without a font there is a clear message', () => {
  expect(() => createPdfRenderer({ fontFolders: [] })).toThrow('没有找到 .ttf 字体');
});
