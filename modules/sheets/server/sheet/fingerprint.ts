import { createHash } from 'node:crypto';
import type { RecordRow } from '#platform/model';
import type { BulkCounts } from '#modules/sheets';

/** Tells what a preview saw and would write from anything else: writing it works it out again and compares. */
export class Fingerprint {
  readonly #hash = createHash('sha256');

  /** A person whose records are looked at, in the version that is stored. */
  person(id: string, version: number): void {
    this.#hash.update(`${id} ${version}\n`);
  }

  /** What becomes of a row of a sheet. */
  outcome(row: number, kind: string): void {
    this.#hash.update(`${row} ${kind}\n`);
  }

  /** The records of a set as they will be written; those that stay are the same objects, and their version is known. */
  records(before: readonly RecordRow[], after: readonly RecordRow[]): void {
    const ids = new Set(before.map(({ id }) => id));
    for (const row of after) {
      if (before.includes(row)) continue;
      // A new record has another id each time it is worked out.
      this.#hash.update(`${JSON.stringify(ids.has(row.id) ? row : { ...row, id: '' })}\n`);
    }
  }

  /** The fingerprint; nothing can be added any more. */
  close(counts: BulkCounts): string {
    return this.#hash.update(JSON.stringify(counts)).digest('hex');
  }
}
