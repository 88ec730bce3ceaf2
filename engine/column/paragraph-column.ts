import type { SaveBlock } from '../memory/saved-block.ts';
import type { SavedParagraphs, StoredParagraphs } from '../text/stored-paragraphs.ts';
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
