import type { SaveBlock } from '../memory/saved-block.ts';
import type { SavedParagraphs, StoredParagraphs } from '../text/stored-paragraphs.ts';
import { beginOf, type ColumnBatch } from '../table/loading/people-batch.ts';
import type { KeyColumn } from './key-column.ts';
import type { ColumnPlace, ColumnWriter } from './stored-column.ts';

/** Long texts, one a row. */
export class ParagraphColumn implements ColumnWriter {
  readonly kind = 'paragraph';
  readonly schema;
  readonly set;
  readonly table;
  readonly paragraphs: StoredParagraphs;
  readonly stored: readonly KeyColumn[];

  constructor(place: ColumnPlace, paragraphs: StoredParagraphs) {
    this.schema = place.schema;
    this.set = place.set;
    this.table = place.table;
    this.paragraphs = paragraphs;
    this.stored = paragraphs.stored;
  }

  write(row: number, value: unknown): void {
    this.paragraphs.write(row, typeof value === 'string' ? value : '');
  }

  load(first: number, { values, texts }: ColumnBatch): void {
    if (!texts) return;
    for (let at = 0; at < values.length; at++) {
      const number = values[at] ?? 0;
      if (number === 0) continue;
      this.paragraphs.load(first + at, texts.units, beginOf(texts, number), texts.ends[number - 1] ?? 0);
    }
  }

  /** Texts have no order of time. */
  place(): number {
    return 0;
  }

  rowsMoved(): void {
    this.paragraphs.dropIndex();
  }

  save(block: SaveBlock): SavedParagraphs {
    return this.paragraphs.save(block);
  }
}
