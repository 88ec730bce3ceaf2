import { createHash } from 'node:crypto';
import type { RecordRow } from '#platform/model';
import type { BulkCounts } from '#modules/sheets';

/** Characters that are hashed at once: a hash of a few costs as much as one of thousands. */
const atOnce = 65_536;

/** Tells what a preview saw and would write from anything else: writing it works it out again and compares. */
export class Fingerprint {
  readonly #hash = createHash('sha256');
  #waiting = '';

  /** A person whose records are looked at, in the version that is stored. */
  person(id: string, version: number): void {
    this.#add(`${id} ${version}`);
  }

  /** What becomes of a row of a sheet. */
  outcome(row: number, kind: string): void {
    this.#add(`${row} ${kind}`);
  }

  /**
   * The records of a set as they will be written: of a stored one what becomes another, for the version of the person
   * says the rest.
   */
  records(before: readonly RecordRow[], after: readonly RecordRow[]): void {
    for (const row of after) {
      if (before.includes(row)) continue;
      const stored = before.find(({ id }) => id === row.id);
      // A new record has another id each time it is worked out.
      this.#add(
        stored ? `${row.id} ${JSON.stringify(changed(stored, row))}` : JSON.stringify({ ...row, id: '' }),
      );
    }
  }

  /** The fingerprint; nothing can be added any more. */
  close(counts: BulkCounts): string {
    this.#add(JSON.stringify(counts));
    return this.#hash.update(this.#waiting).digest('hex');
  }

  #add(line: string): void {
    this.#waiting += `${line}\n`;
    if (this.#waiting.length < atOnce) return;
    this.#hash.update(this.#waiting);
    this.#waiting = '';
  }
}

/** The fields of a record that will hold something else, those that will be gone among them. */
function changed(stored: RecordRow, row: RecordRow): [key: string, value: unknown][] {
  const keys = new Set([...Object.keys(stored), ...Object.keys(row)]);
  return [...keys].filter((key) => stored[key] !== row[key]).map((key) => [key, row[key] ?? null]);
}
