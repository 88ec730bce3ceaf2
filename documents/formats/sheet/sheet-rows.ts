import { numberText } from './number-text.ts';
import { serialDate, type NumberLook } from './number-format.ts';
import { partReader } from './read-xml-part.ts';
import { plainText, RichText } from './shared-strings.ts';
import { damaged, tooLarge } from './sheet-refusal.ts';
import type { MergedCells, SheetCell, SheetRow, SheetRows } from './table-file.ts';
import { attributeOf } from './xml-scanner.ts';

/** What the cells of a workbook refer to. */
export interface CellSources {
  readonly strings: readonly string[];
  readonly looks: readonly NumberLook[];
  readonly is1904: boolean;
}

const columnLimit = 16_384;
const textLimit = 40_000;
const mergedLimit = 100_000;

/** The rows of a worksheet's part. */
export function readSheetRows(pieces: AsyncIterable<Uint8Array>, sources: CellSources): SheetRows {
  const reader = new RowReader(sources);
  async function* batches(): AsyncGenerator<SheetRow[]> {
    const part = partReader(reader);
    for await (const piece of pieces) {
      part.write(piece);
      const rows = reader.take();
      if (rows.length > 0) yield rows;
    }
    part.end();
    if (!reader.isSheet) throw damaged();
  }
  return { merged: reader.merged, [Symbol.asyncIterator]: batches };
}

class RowReader {
  readonly merged: MergedCells[] = [];
  isSheet = false;

  readonly #sources: CellSources;
  #rows: SheetRow[] = [];
  #number = 0;
  #isHidden = false;
  #cells: (SheetCell | null)[] = [];
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #isInValue = false;
  #isInline = false;
  readonly #inline = new RichText();

  constructor(sources: CellSources) {
    this.#sources = sources;
  }

  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case 'c':
        return this.#openCell(attributes);
      case 'v':
        this.#isInValue = true;
        return;
      case 'is':
        this.#isInline = true;
        return this.#inline.begin();
      case 'row':
        return this.#openRow(attributes);
      case 'mergeCell':
        return this.#merge(attributeOf(attributes, 'ref') ?? '');
      case 'worksheet':
        this.isSheet = true;
        return;
      default:
        if (this.#isInline) this.#inline.open(name);
    }
  }

  close(name: string): void {
    switch (name) {
      case 'c':
        return this.#closeCell();
      case 'v':
        this.#isInValue = false;
        return;
      case 'is':
        this.#isInline = false;
        this.#value = this.#inline.end();
        this.#type = 'inlineStr';
        return;
      case 'row':
        if (this.#cells.length > 0)
          this.#rows.push({ number: this.#number, isHidden: this.#isHidden, cells: this.#cells });
        return;
      default:
        if (this.#isInline) this.#inline.close(name);
    }
  }

  text(piece: string): void {
    if (this.#isInValue) {
      this.#value += piece;
      if (this.#value.length > textLimit) throw tooLarge('单元格内容过长');
    } else if (this.#isInline) this.#inline.text(piece);
  }

  #openRow(attributes: string): void {
    const given = attributeOf(attributes, 'r');
    const number = given === undefined ? this.#number + 1 : Number(given);
    if (!Number.isInteger(number) || number <= this.#number) throw damaged();
    this.#number = number;
    this.#isHidden = isTrue(attributeOf(attributes, 'hidden'));
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r');
    const column = reference === undefined ? this.#column + 1 : columnOf(reference);
    if (column <= this.#column || column >= columnLimit) throw damaged();
    this.#column = column;
    this.#type = attributeOf(attributes, 't') ?? 'n';
    this.#style = Number(attributeOf(attributes, 's') ?? 0);
    this.#value = '';
  }

  #closeCell(): void {
    if (this.#value === '') return;
    const cell = this.#cell();
    if (cell.text === '') return;
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells.push(cell);
  }

  #cell(): SheetCell {
    const value = this.#value;
    switch (this.#type) {
      case 's': {
        const text = this.#sources.strings[Number(value)];
        if (text === undefined) throw damaged();
        return { text, kind: 'text' };
      }
      case 'inlineStr':
        return { text: ownText(value), kind: 'text' };
      case 'str':
        return { text: ownText(plainText(value)), kind: 'text' };
      case 'b':
        return { text: isTrue(value.trim()) ? '是' : '否', kind: 'boolean' };
      case 'e':
        return { text: value, kind: 'error' };
      case 'd':
        return { text: value.trim().slice(0, 10), kind: 'date' };
      default:
        return this.#numberCell(value.trim());
    }
  }

  #numberCell(written: string): SheetCell {
    const number = Number(written);
    if (written === '' || !Number.isFinite(number)) return { text: written, kind: 'text' };
    const look = this.#sources.looks[this.#style];
    if (look?.date && look.date !== 'time') {
      const date = serialDate(number, this.#sources.is1904, look.date);
      if (date !== null) return { text: date, kind: 'date' };
    }
    return { text: numberText(number, written, look?.decimals ?? null), kind: 'number' };
  }

  #merge(reference: string): void {
    const [, first = '', firstRow, last = first, lastRow = firstRow] =
      /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(reference) ?? [];
    if (firstRow === undefined || this.merged.length >= mergedLimit) return;
    this.merged.push({
      firstRow: Number(firstRow),
      lastRow: Number(lastRow),
      firstColumn: columnOf(first),
      lastColumn: columnOf(last),
    });
  }
}

/**
 * The text in memory of its own. A part of a string keeps the whole string that it was cut from, here a piece of the file,
 * for as long as somebody keeps the part.
 */
const ownText = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** The column of a cell's name, the first being 0; -1 for a name that is none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const sign = reference.charCodeAt(at);
    if (sign < 0x41 || sign > 0x5a) break;
    column = column * 26 + sign - 64;
  }
  return column - 1;
}
