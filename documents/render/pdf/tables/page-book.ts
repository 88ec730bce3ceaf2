import { noteLimit, type TableNote } from '../../table/printed-table.ts';
import { EmbeddedFont, type NamedFont } from '../embedded-font.ts';
import { FontSet } from '../font-set.ts';
import { ObjectWriter } from '../object-writer.ts';
import { PageTree } from '../page-tree.ts';
import { drawText } from '../text-run.ts';
import { layText } from './lay-text.ts';
import { baseline, PagePainter, type TableFonts } from './page-painter.ts';
import type { Sheet } from './sheet.ts';

const footFont = { font: '宋体', size: 10.5, bold: false };
/** Between 第 n 页 and 共 m 页, points. */
const footGap = 5;

/** The pages of one file, one after another; what a page shows is given away when the next begins. */
export class PageBook {
  readonly #writer = new ObjectWriter();
  readonly #tree = new PageTree(this.#writer);
  readonly #fonts: readonly EmbeddedFont[];
  readonly #sets: TableFonts;
  readonly #notes: TableNote[];
  /** 共 m 页: drawn once, when the last page is known, and shown by all. */
  readonly #total = this.#writer.reserve();
  #page: { painter: PagePainter; sheet: Sheet; numbered: boolean } | null = null;

  constructor(fonts: readonly NamedFont[], notes: TableNote[]) {
    this.#fonts = fonts.map((font) => new EmbeddedFont(font));
    const places = fonts.map((_, place) => place);
    const isHei = (place: number): boolean => /sans|hei/i.test(fonts[place]?.name ?? '');
    this.#sets = {
      song: new FontSet(this.#fonts),
      hei: new FontSet(this.#fonts, [...places.filter(isHei), ...places.filter((each) => !isHei(each))]),
    };
    this.#notes = notes;
  }

  /** Begins a page, and writes the one before. */
  begin(sheet: Sheet, numbered: boolean): PagePainter {
    this.#write();
    const painter = new PagePainter(sheet, this.#sets, (note) => this.note(note));
    this.#page = { painter, sheet, numbered };
    return painter;
  }

  note(note: TableNote): void {
    if (this.#notes.length < noteLimit) this.#notes.push(note);
  }

  /** The bytes of the pages that are written. */
  take(): Uint8Array {
    return this.#writer.take();
  }

  finish(): Uint8Array {
    this.#write();
    const text = `共 ${this.#tree.count} 页`;
    const source = drawText(
      text,
      { x: 0, y: 4, size: footFont.size },
      this.#sets.song,
      { font: '', scale: 1 },
      new Set(),
    );
    const entries = `/Type/XObject/Subtype/Form/BBox[0 0 120 20]/Resources<</Font ${this.#tree.fontTable} 0 R>>`;
    this.#writer.compressed(entries, `BT\n${source}ET\n`, this.#total);
    this.#tree.end(this.#fonts);
    return this.#writer.take();
  }

  #write(): void {
    const page = this.#page;
    if (!page) return;
    const { painter, sheet, numbered } = page;
    this.#page = null;
    const foot = numbered ? this.#foot(painter, sheet) : '';
    const pictures = painter.pictures.map(({ width, height, entries, bytes }, index) => {
      const size = `/Width ${width}/Height ${height}`;
      return `/P${index} ${this.#writer.stream(`/Type/XObject/Subtype/Image${size}${entries}`, bytes)} 0 R`;
    });
    const content = this.#writer.compressed('', painter.source() + foot);
    this.#tree.add({
      media: `${points(sheet.width)} ${points(sheet.height)}`,
      content,
      objects: `${pictures.join('')}${numbered ? `/N ${this.#total} 0 R` : ''}`,
    });
  }

  /** Its two parts stand at both sides of the middle: how long the second is, is not known yet. */
  #foot(painter: PagePainter, sheet: Sheet): string {
    const middle = sheet.width / 2;
    const [line] = layText([{ text: `第 ${this.#tree.count + 1} 页`, font: footFont }], sheet.room);
    const top = sheet.foot - footFont.size;
    if (line) painter.line(line, { x: middle - footGap, y: top }, 'right', '');
    const low = sheet.height - top - footFont.size * baseline - 4;
    return `q 1 0 0 1 ${points(middle + footGap)} ${points(low)} cm /N Do Q\n`;
  }
}

const points = (value: number): string => String(Math.round(value * 1000) / 1000);
