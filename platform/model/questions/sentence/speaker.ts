import type { FieldCatalogue } from '../field-catalogue.ts';
import type { Tree } from './normal-form.ts';
import type { Phrase } from './phrase.ts';

/** What phrases about rows need to speak of the conditions on these rows. */
export interface Speaker {
  readonly catalogue: FieldCatalogue;
  /** Parts that must all hold, as one piece: 甲且乙. */
  together(parts: readonly Tree[]): string;
  /** A part that is one phrase; null for groups. */
  phraseOf(tree: Tree): Phrase | null;
}
