import { attributeOf, localName, XmlScanner, type XmlHandler } from '#documents/formats';
import { cellName, columnOf } from '../xlsx/cell-name.ts';
import { inlineText } from '../xlsx/cell-text.ts';
import { officeRelations } from '../xlsx/namespaces.ts';
import type { MarkedStyles } from './marked-styles.ts';
import type { CellMark, SheetMarks } from './sheet-marks.ts';

/** Writes the part of a sheet once more, token by token, with its marks. */
export async function* markSheet(
  pieces: AsyncIterable<Uint8Array>,
  marks: SheetMarks,
  styles: MarkedStyles,
  relation: string | null,
): AsyncGenerator<Uint8Array> {
  const writer = new MarkedSheet(marks, styles, relation);
  const scanner = new XmlScanner(writer);
  const decoder = new TextDecoder('utf-8');
  for await (const piece of pieces) {
    scanner.write(decoder.decode(piece, { stream: true }));
    const text = writer.take();
    if (text !== '') yield Buffer.from(text);
  }
  scanner.end();
  yield Buffer.from(writer.take());
}

/** What may stand between the rows and the place of the drawn notes, by the order of the format. */
const behindNotes = new Set([
  'AlternateContent',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

class MarkedSheet implements XmlHandler {
  readonly #styles: MarkedStyles;
  readonly #byRow: ReadonlyMap<number, readonly CellMark[]>;
  readonly #headRow: number;
  readonly #head: string;
  readonly #relation: string | null;
  #out = '';
  #row = 0;
  #column = -1;
  /** Marked cells of the row that have not come yet. */
  #waiting: CellMark[] = [];
  #errorColumn = 0;
  #prefix = '';
  #isDone = false;
  #knowsRelations = false;

  constructor({ marks, headRow, head }: SheetMarks, styles: MarkedStyles, relation: string | null) {
    this.#styles = styles;
    this.#byRow = Map.groupBy(marks, ({ row }) => row);
    this.#headRow = headRow;
    this.#head = head;
    this.#relation = relation;
    this.#errorColumn = Math.max(0, ...marks.map(({ column }) => column + 1));
  }

  take(): string {
    const text = this.#out;
    this.#out = '';
    return text;
  }

  open(name: string, attributes: string, isEmpty: boolean): void {
    const local = localName(name);
    if (local === 'worksheet') {
      this.#prefix = name.slice(0, -'worksheet'.length);
      this.#knowsRelations = attributes.includes(`xmlns:r="${officeRelations}"`);
    }
    if (local === 'dimension') {
      const last = /:([A-Z]+)\d+/.exec(attributeOf(attributes, 'ref') ?? '')?.[1];
      if (last) this.#errorColumn = Math.max(this.#errorColumn, columnOf(last) + 1);
    }
    if (behindNotes.has(local)) this.#drawNotes();
    if (local === 'row') {
      this.#openRow(attributes);
      // How far the cells reach is only a help for the reader, and no longer true.
      attributes = attributes.replace(/\sspans="[^"]*"/, '');
    }
    if (local === 'c') attributes = this.#openCell(attributes);
    this.#out += `<${name}${attributes}${isEmpty ? '/' : ''}>`;
    if (local === 'row' && isEmpty) this.#emptyRow(name);
  }

  close(name: string): void {
    const local = localName(name);
    if (local === 'row') this.#closeRow();
    if (local === 'worksheet') this.#drawNotes();
    this.#out += `</${name}>`;
  }

  text(raw: string): void {
    this.#out += raw;
  }

  other(raw: string): void {
    this.#out += raw;
  }

  #openRow(attributes: string): void {
    const given = attributeOf(attributes, 'r');
    this.#row = given === undefined ? this.#row + 1 : Number(given);
    this.#column = -1;
    this.#waiting = (this.#byRow.get(this.#row) ?? []).toSorted((a, b) => a.column - b.column);
  }

  /** A row without cells is wrong only when it stands in the head. */
  #emptyRow(name: string): void {
    if (this.#row !== this.#headRow && !this.#byRow.has(this.#row)) return;
    this.#out = this.#out.replace(/\/>$/, '>');
    this.#closeRow();
    this.#out += `</${name}>`;
  }

  #openCell(attributes: string): string {
    const reference = attributeOf(attributes, 'r');
    const column = reference === undefined ? this.#column + 1 : columnOf(reference.replace(/\d+$/, ''));
    this.#missing(column);
    this.#column = column;
    const isWrong = this.#waiting[0]?.column === column;
    while (this.#waiting[0]?.column === column) this.#waiting.shift();
    if (!isWrong) return attributes;
    const style = this.#styles.twinOf(Number(attributeOf(attributes, 's') ?? 0));
    return `${attributes.replace(/\ss=(?:"[^"]*"|'[^']*')/, '')} s="${style}"`;
  }

  /** Wrong cells that the file does not have: nothing was written where something is needed. */
  #missing(before: number): void {
    for (let mark = this.#waiting[0]; mark && mark.column < before; mark = this.#waiting[0]) {
      this.#out += `<${this.#prefix}c r="${cellName(mark.column, this.#row)}" s="${this.#styles.twinOf(0)}"/>`;
      this.#column = mark.column;
      while (this.#waiting[0]?.column === mark.column) this.#waiting.shift();
    }
  }

  #closeRow(): void {
    this.#missing(Number.POSITIVE_INFINITY);
    const marks = this.#byRow.get(this.#row) ?? [];
    const text = this.#row === this.#headRow ? this.#head : marks.map((mark) => mark.text).join('\n');
    if (text === '') return;
    const column = Math.max(this.#errorColumn, this.#column + 1);
    if (this.#row === this.#headRow) this.#errorColumn = column;
    const inline = inlineText(text).replace(/<(\/?)/g, `<$1${this.#prefix}`);
    this.#out += `<${this.#prefix}c r="${cellName(column, this.#row)}" s="${this.#styles.twinOf(0)}" t="inlineStr">${inline}</${this.#prefix}c>`;
  }

  #drawNotes(): void {
    if (this.#isDone || this.#relation === null) return;
    this.#isDone = true;
    const declared = this.#knowsRelations ? '' : ` xmlns:r="${officeRelations}"`;
    this.#out += `<${this.#prefix}legacyDrawing${declared} r:id="${this.#relation}"/>`;
  }
}
