import { mmPerPoint } from '#documents/form';
import { fitPicture } from '../../fit-picture.ts';
import type { TableNote } from '../../table/printed-table.ts';
import type { CellFont } from '../../table/styles.ts';
import type { FontSet } from '../font-set.ts';
import type { PdfImage } from '../rgb-image.ts';
import { drawText, type TextState } from '../text-run.ts';
import { heightOf, leading, type LaidLine } from './lay-text.ts';
import { inset, linesLeft, type LaidCell } from './lay-rows.ts';
import type { Sheet } from './sheet.ts';

/** A box on the page, points; y from the top edge. */
export interface PageBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The letters of tables: 宋体 and its like, and 黑体. */
export interface TableFonts {
  readonly song: FontSet;
  readonly hei: FontSet;
}

const ruleWidth = 0.5;
/** Where letters stand in their line, as a part of their size. */
export const baseline = 1.02;
const number = (value: number): string => String(Math.round(value * 100) / 100);
const share = { left: 0, center: 0.5, right: 1 };

/** Gathers what one page shows. */
export class PagePainter {
  /** Pictures in the order of their names P0, P1 … */
  readonly pictures: PdfImage[] = [];
  readonly #sheet: Sheet;
  readonly #fonts: TableFonts;
  readonly #note: (note: TableNote) => void;
  readonly #state: TextState = { font: '', scale: 1 };
  #texts = '';
  #shapes = '';
  #bold = 0;

  constructor(sheet: Sheet, fonts: TableFonts, note: (note: TableNote) => void) {
    this.#sheet = sheet;
    this.#fonts = fonts;
    this.#note = note;
  }

  /** The drawing as PDF source. */
  source(): string {
    return `${ruleWidth} w\n${this.#shapes}BT\n${this.#texts}ET\n`;
  }

  /** One line; `at` is its upper edge, and what it begins, is centred or ends at. */
  line(line: LaidLine, at: { x: number; y: number }, align: keyof typeof share, place: string): void {
    let x = at.x - line.width * share[align];
    for (const { text, font, width } of line.pieces) {
      this.#text(text, font, { x, y: at.y + line.size * baseline }, place);
      x += width;
    }
  }

  /** A cell in its box: its rules, its picture, and those of its lines that have room and were not drawn yet. */
  cell(cell: LaidCell, box: PageBox, isLast: boolean): void {
    const { style, picture, place } = cell;
    if (style.border) this.#rectangle(box);
    if (picture && cell.drawn === 0) this.#picture(picture, box);
    const lines = isLast ? linesLeft(cell) : fitting(linesLeft(cell), box.height - 2 * inset.edge);
    cell.drawn += lines.length;
    const x = {
      left: box.x + inset.side,
      center: box.x + box.width / 2,
      right: box.x + box.width - inset.side,
    }[style.align];
    const free = box.height - heightOf(lines);
    let y = box.y + { top: inset.edge, middle: free / 2, bottom: free - inset.edge }[style.vertical];
    for (const line of lines) {
      this.line(line, { x, y }, style.align, place);
      y += line.size * leading;
    }
  }

  #text(text: string, font: CellFont, at: { x: number; y: number }, place: string): void {
    // There is one weight of each font: bold letters get an outline.
    const bold = font.bold ? font.size * 0.03 : 0;
    if (bold !== this.#bold) this.#texts += bold > 0 ? `2 Tr ${number(bold)} w\n` : '0 Tr\n';
    this.#bold = bold;
    const fonts = /黑|hei/i.test(font.font) ? this.#fonts.hei : this.#fonts.song;
    const missing = new Set<string>();
    const place0 = { x: at.x, y: this.#sheet.height - at.y, size: Number(number(font.size)) };
    this.#texts += drawText(text, place0, fonts, this.#state, missing);
    if (missing.size > 0) this.#note({ kind: 'missingCharacter', place, text: [...missing].join('') });
  }

  #rectangle({ x, y, width, height }: PageBox): void {
    const low = number(this.#sheet.height - y - height);
    this.#shapes += `${number(x)} ${low} ${number(width)} ${number(height)} re S\n`;
  }

  #picture(picture: PdfImage, box: PageBox): void {
    const mm = (points: number): number => points * mmPerPoint;
    const cell = { x: mm(box.x), y: mm(box.y), width: mm(box.width), height: mm(box.height) };
    const { x, y, width, height } = fitPicture(picture, cell);
    const points = (value: number): string => number(value / mmPerPoint);
    const low = number(this.#sheet.height - (y + height) / mmPerPoint);
    this.#shapes += `q ${points(width)} 0 0 ${points(height)} ${points(x)} ${low} cm /P${this.pictures.length} Do Q\n`;
    this.pictures.push(picture);
  }
}

/** As many lines as have room; at least one, so that every page takes something away. */
function fitting(lines: readonly LaidLine[], room: number): readonly LaidLine[] {
  let height = 0;
  const end = lines.findIndex(({ size }) => (height += size * leading) > room + 0.01);
  return end < 0 ? lines : lines.slice(0, Math.max(1, end));
}
