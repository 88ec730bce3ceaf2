import { hex4 } from './hex.ts';
import type { ObjectNumber, ObjectWriter } from './object-writer.ts';
import { subsetFont } from './subset-font.ts';
import type { TrueType } from './true-type.ts';

/** A font and the name by which the PDF calls it. */
export interface NamedFont {
  readonly name: string;
  readonly font: TrueType;
}

/** A font and the characters of it that a document uses, each with a code of its own. */
export class EmbeddedFont {
  private readonly codes = new Map<string, number>();
  private readonly glyphs: number[] = [0];
  private readonly characters: string[] = ['\ufffd'];
  private readonly named: NamedFont;

  constructor(named: NamedFont) {
    this.named = named;
  }

  has(character: string): boolean {
    return this.named.font.glyphOf(character.codePointAt(0) ?? 0) !== 0;
  }

  /** The code of a character; one that the font lacks gets the box, and keeps its meaning when it is copied. */
  codeOf(character: string): number {
    const known = this.codes.get(character);
    if (known !== undefined) return known;
    const code = this.glyphs.push(this.named.font.glyphOf(character.codePointAt(0) ?? 0)) - 1;
    this.characters.push(character);
    this.codes.set(character, code);
    return code;
  }

  /** Advance width of a code's glyph in em. */
  advance(code: number): number {
    const { font } = this.named;
    return font.metrics(this.glyphs[code] ?? 0).advance / font.unitsPerEm;
  }

  get isUsed(): boolean {
    return this.codes.size > 0;
  }

  /** Writes the font with the glyphs that were used. */
  write(writer: ObjectWriter): ObjectNumber {
    const { font, name } = this.named;
    const scale = 1000 / font.unitsPerEm;
    const base = `CADREF+${name}`;
    const bytes = subsetFont(font, this.glyphs);
    const file = writer.compressed(`/Length1 ${bytes.length}`, bytes);
    const box = font.box.map((edge) => Math.round(edge * scale)).join(' ');
    const [ascent, descent] = [Math.round(font.ascent * scale), Math.round(font.descent * scale)];
    const descriptor = writer.object(
      `<</Type/FontDescriptor/FontName/${base}/Flags 4/FontBBox[${box}]/ItalicAngle 0` +
        `/Ascent ${ascent}/Descent ${descent}/CapHeight ${ascent}/StemV 80/FontFile2 ${file} 0 R>>`,
    );
    const widths = this.glyphs.map((_, code) => Math.round(this.advance(code) * 1000)).join(' ');
    const descendant = writer.object(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${base}/CIDToGIDMap/Identity/DW 1000/W[0[${widths}]]` +
        `/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R>>`,
    );
    const unicode = writer.compressed('', toUnicode(this.characters));
    return writer.object(
      `<</Type/Font/Subtype/Type0/BaseFont/${base}/Encoding/Identity-H` +
        `/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
    );
  }
}

const utf16 = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => hex4(text.charCodeAt(index))).join('');

/** The map from codes back to characters, by which a reader searches and copies. */
function toUnicode(characters: readonly string[]): string {
  const lines = characters.map((character, code) => `<${hex4(code)}><${utf16(character)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit/ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def',
    '/CMapName/Adobe-Identity-UCS def/CMapType 2 def',
    '1 begincodespacerange<0000><ffff>endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict/CMap defineresource pop end end',
  ].join('\n');
}
