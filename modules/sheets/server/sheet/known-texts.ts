import type { SheetCell } from '#documents/formats';
import type { CellReading } from '#modules/sheets';

/** Of one column there are seldom more than a few thousand texts; more are read each time. */
const kept = 20_000;
/** After so many texts it is clear whether they come again. */
const trial = 2_000;

/**
 * What the texts of a column meant before: the same few come again and again, and their readings are kept in memory once.
 * A column of texts that hardly ever come again is not remembered.
 */
export class KnownTexts {
  readonly #byKind = new Map<SheetCell['kind'], Map<string, CellReading>>();
  #size = 0;
  #found = 0;
  #missed = 0;

  reading({ kind, text }: SheetCell, read: () => CellReading): CellReading {
    if (this.#missed > trial && this.#found < this.#missed) return read();
    let texts = this.#byKind.get(kind);
    if (!texts) this.#byKind.set(kind, (texts = new Map<string, CellReading>()));
    const known = texts.get(text);
    if (known) {
      this.#found += 1;
      return known;
    }
    this.#missed += 1;
    const reading = read();
    if (this.#size >= kept) return reading;
    this.#size += 1;
    texts.set(text, reading);
    return reading;
  }
}
