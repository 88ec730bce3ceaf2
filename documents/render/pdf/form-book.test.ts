import { beforeAll, expect, test } from 'vitest';
import { emptyForm } from '#documents/formats';
import { formGeometry, layoutForm, mmPerPoint } from '#documents/form';
import { createPdfRenderer, defaultFontFolders, type PdfRenderer } from '../pdf-renderer.ts';
import { fullForm } from '../test-forms.ts';
import { readBack, references, type ReadBack } from './read-back.ts';

let renderer: PdfRenderer;
beforeAll(() => {
  renderer = createPdfRenderer({ fontFolders: defaultFontFolders() });
});

function pagesOf(pdf: ReadBack): string[] {
  const tree = pdf.source(references(pdf.source(pdf.root), 'Pages')[0] ?? 0);
  const nodes = references(tree, 'Kids').map((node) => pdf.source(node));
  return nodes.flatMap((node) => references(node, 'Kids')).map((page) => pdf.source(page));
}

/** What a page draws: the content of its background, then its own. */
function drawing(pdf: ReadBack, page: string): string {
  const parts = [...references(page, 'B'), ...references(page, 'Contents')];
  return parts.map((part) => pdf.stream(part).toString('latin1')).join('');
}

interface FontBack {
  characters: Map<string, string>;
  /** Length of the outline of each glyph in the embedded file. */
  outlines: number[];
}

function fontsOf(pdf: ReadBack, page: string): Map<string, FontBack> {
  const table = pdf.source(references(page, 'Font')[0] ?? 0);
  const fonts = new Map<string, FontBack>();
  for (const [, name = '', number] of table.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const font = pdf.source(Number(number));
    const map = pdf.stream(references(font, 'ToUnicode')[0] ?? 0).toString('latin1');
    const characters = new Map<string, string>();
    for (const [, code = '', units = ''] of map.matchAll(/^<(\w{4})><(\w+)>$/gm)) {
      characters.set(code, Buffer.from(units, 'hex').swap16().toString('utf16le'));
    }
    const descendant = pdf.source(references(font, 'DescendantFonts')[0] ?? 0);
    const descriptor = pdf.source(references(descendant, 'FontDescriptor')[0] ?? 0);
    fonts.set(name, {
      characters,
      outlines: outlineLengths(pdf.stream(references(descriptor, 'FontFile2')[0] ?? 0)),
    });
  }
  return fonts;
}

function outlineLengths(file: Buffer): number[] {
  for (let entry = 12; entry < 12 + file.readUInt16BE(4) * 16; entry += 16) {
    if (file.toString('latin1', entry, entry + 4) !== 'loca') continue;
    const start = file.readUInt32BE(entry + 8);
    const places = Array.from({ length: file.readUInt32BE(entry + 12) / 4 }, (_, at) =>
      file.readUInt32BE(start + at * 4),
    );
    return places.slice(1).map((place, at) => place - (places[at] ?? 0));
  }
  return [];
}

/** The texts of a page as a reader would copy them; a character without an outline would not be seen and is left out. */
function textOf(pdf: ReadBack, page: string): string {
  const fonts = fontsOf(pdf, page);
  let font: FontBack | undefined;
  let text = '';
  for (const [, name, codes = ''] of drawing(pdf, page).matchAll(/\/(F\d+) [\d.]+ Tf|<(\w+)>/g)) {
    if (name) font = fonts.get(name);
    for (const code of codes.match(/.{4}/g) ?? []) {
      const character = font?.characters.get(code) ?? '?';
      const isBlank = character.trim() === '';
      if (isBlank || (font?.outlines[Number.parseInt(code, 16)] ?? 0) > 0) text += character;
    }
  }
  return text;
}

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
        drawing(back, page).matchAll(/([\d.]+) w ([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S/g),
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
