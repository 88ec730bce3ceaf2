import { references, type ReadBack } from './read-back.ts';

/** The pages of a file in their order, as source. */
export function pagesOf(pdf: ReadBack): string[] {
  const tree = pdf.source(references(pdf.source(pdf.root), 'Pages')[0] ?? 0);
  const nodes = references(tree, 'Kids').map((node) => pdf.source(node));
  return nodes.flatMap((node) => references(node, 'Kids')).map((page) => pdf.source(page));
}

/** What a page draws: the content of its background, then its own, then the count of all pages. */
export function drawingOf(pdf: ReadBack, page: string): string {
  const parts = ['B', 'Contents', 'N'].flatMap((key) => references(page, key));
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
export function textOf(pdf: ReadBack, page: string): string {
  const fonts = fontsOf(pdf, page);
  let font: FontBack | undefined;
  let text = '';
  for (const [, name, codes = ''] of drawingOf(pdf, page).matchAll(/\/(F\d+) [\d.]+ Tf|<(\w+)>/g)) {
    if (name) font = fonts.get(name);
    for (const code of codes.match(/.{4}/g) ?? []) {
      const character = font?.characters.get(code) ?? '?';
      const isBlank = character.trim() === '';
      if (isBlank || (font?.outlines[Number.parseInt(code, 16)] ?? 0) > 0) text += character;
    }
  }
  return text;
}
