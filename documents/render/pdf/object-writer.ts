import { deflateSync } from 'node:zlib';

/** Number of an indirect object. */
export type ObjectNumber = number;

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/**
 * Writes the objects of a PDF file one after another. What has been written can be taken away at once, so a file of any
 * length needs only the places of its objects in memory.
 */
export class ObjectWriter {
  private readonly places: number[] = [0];
  private position = 0;
  private pending: Uint8Array[] = [];

  constructor() {
    this.push(latin('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'));
  }

  /** A number for an object that is written later, so that others can refer to it. */
  reserve(): ObjectNumber {
    return this.places.push(0) - 1;
  }

  /** Writes an object given as PDF source. */
  object(source: string, number = this.reserve()): ObjectNumber {
    this.begin(number);
    this.push(latin(`${source}\nendobj\n`));
    return number;
  }

  /** Writes a stream whose bytes are already in the form that `entries` says. */
  stream(entries: string, bytes: Uint8Array, number = this.reserve()): ObjectNumber {
    this.begin(number);
    this.push(latin(`<<${entries}/Length ${bytes.length}>>stream\n`));
    this.push(bytes);
    this.push(latin('\nendstream\nendobj\n'));
    return number;
  }

  /** Compresses and writes a stream. */
  compressed(entries: string, bytes: Uint8Array | string, number = this.reserve()): ObjectNumber {
    const source = typeof bytes === 'string' ? latin(bytes) : bytes;
    return this.stream(`${entries}/Filter/FlateDecode`, deflateSync(source), number);
  }

  /** Writes the table of places and the end of the file. */
  end(root: ObjectNumber): void {
    const start = this.position;
    const entries = this.places.map((place, number) =>
      number === 0 ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`,
    );
    this.push(latin(`xref\n0 ${entries.length}\n${entries.join('')}`));
    this.push(latin(`trailer\n<</Size ${entries.length}/Root ${root} 0 R>>\nstartxref\n${start}\n%%EOF\n`));
  }

  /** The bytes written since the last call. */
  take(): Uint8Array {
    const bytes = Buffer.concat(this.pending);
    this.pending = [];
    return bytes;
  }

  private begin(number: ObjectNumber): void {
    this.places[number] = this.position;
    this.push(latin(`${number} 0 obj\n`));
  }

  private push(bytes: Uint8Array): void {
    this.pending.push(bytes);
    this.position += bytes.length;
  }
}
