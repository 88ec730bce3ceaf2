import { dateKeyOfBytes } from '../../column/date-key.ts';
import { placeOfNumber } from '../../column/number-column.ts';
import { encodeUtf8 } from '../../host.ts';
import type { ColumnSchema } from '../schema.ts';
import { roomFor, type BatchMemory } from './batch-memory.ts';
import { GatheredTexts, withRoom } from './gathered-texts.ts';
import { unescaped } from './json-strings.ts';
import type { ColumnBatch } from './people-batch.ts';

const zero = 0x30;
const minus = 0x2d;
const quote = 0x22;
/** Whole numbers of so many digits are read digit by digit. */
const mostDigits = 9;

/** What comes into a column of a batch, row by row. */
export class GatheredColumn {
  readonly #name: string;
  /** Of texts that many rows have in common; of those that rows have for themselves. */
  readonly #shared: GatheredTexts | undefined;
  readonly #own: GatheredTexts | undefined;
  readonly #isDate: boolean;
  readonly #isNumber: boolean;
  readonly #isNumberText: boolean;
  #values = new Uint32Array(64);
  /** Rows up to here may have something. */
  #end = 0;

  constructor({ name, kind }: ColumnSchema) {
    this.#name = name;
    // Asked once, because schemas are objects of many shapes, and their strings may have come from another thread.
    this.#isDate = kind === 'date';
    this.#isNumber = kind === 'number';
    this.#isNumberText = kind === 'code' || kind === 'text';
    this.#own = kind === 'paragraph' ? new GatheredTexts() : undefined;
    this.#shared = this.#isNumberText || kind === 'unit' ? new GatheredTexts() : undefined;
  }

  /** The value of a row, as `ColumnBatch` says it. */
  at(row: number): number {
    return row < this.#end ? (this.#values[row] ?? 0) : 0;
  }

  /** Puts a string of JSON, its bytes without the quotes, into a row; `hash` is that of the bytes. */
  putString(row: number, bytes: Uint8Array, from: number, to: number, hash: number, escaped: boolean): void {
    if (from === to) this.#put(row, 0);
    else this.#put(row, this.#placeOfString(bytes, from, to, hash, escaped));
  }

  /** Puts a number of JSON into a row. */
  putNumber(row: number, bytes: Uint8Array, from: number, to: number): void {
    if (this.#isNumber) this.#put(row, numberPlace(bytes, from, to));
    else if (this.#isNumberText) {
      const number = numberOfBytes(bytes, from, to);
      const text = encodeUtf8(String(number));
      this.#put(row, this.#shared?.add(text, 0, text.length, number | 0) ?? 0);
    } else this.#put(row, 0);
  }

  putNothing(row: number): void {
    if (row < this.#end) this.#put(row, 0);
  }

  /** The bytes of a batch that so many rows take. */
  bytesOf(rows: number): number {
    return this.#end === 0 ? 0 : roomFor(rows * 4) + (this.#texts?.bytes ?? 0);
  }

  /** What the rows have, in another order where there is one (the row of each place); then there is nothing. */
  take(rows: number, order: Uint32Array | null, memory: BatchMemory): ColumnBatch | null {
    const end = this.#end;
    if (end === 0) return null;
    const stored = this.#values;
    const values = memory.u32(rows);
    if (order === null) values.set(stored.subarray(0, Math.min(rows, end)));
    else for (let at = 0; at < rows; at++) values[at] = stored[order[at] ?? 0] ?? 0;
    stored.fill(0, 0, end);
    this.#end = 0;
    const texts = this.#texts;
    return { name: this.#name, values, ...(texts ? { texts: texts.take(memory) } : {}) };
  }

  get #texts(): GatheredTexts | undefined {
    return this.#shared ?? this.#own;
  }

  #placeOfString(bytes: Uint8Array, from: number, to: number, hash: number, escaped: boolean): number {
    if (this.#shared) return this.#shared.add(bytes, from, to, hash);
    if (this.#own) return this.#own.append(bytes, from, to);
    if (this.#isDate) return (escaped ? null : dateKeyOfBytes(bytes, from, to)) ?? 0;
    return placeOfNumber(unescaped(bytes, from, to));
  }

  #put(row: number, value: number): void {
    if (row >= this.#values.length) this.#values = withRoom(this.#values, row + 1);
    this.#values[row] = value;
    if (row >= this.#end) this.#end = row + 1;
  }
}

function numberPlace(bytes: Uint8Array, from: number, to: number): number {
  const isNegative = bytes[from] === minus;
  let number = 0;
  for (let at = isNegative ? from + 1 : from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - zero;
    if (digit < 0 || digit > 9 || to - from > mostDigits)
      return placeOfNumber(numberOfBytes(bytes, from, to));
    number = number * 10 + digit;
  }
  return placeOfNumber(isNegative ? -number : number);
}

function numberOfBytes(bytes: Uint8Array, from: number, to: number): number {
  return Number(String.fromCharCode(...bytes.subarray(from, to)));
}

/** A value of JSON as it stands between two places. */
export function valueOf(bytes: Uint8Array, from: number, to: number): string | number | null {
  const lead = bytes[from] ?? 0;
  if (lead === quote) return unescaped(bytes, from + 1, to - 1);
  return isNumber(lead) ? numberOfBytes(bytes, from, to) : null;
}

/** Does a number of JSON begin with this? */
export function isNumber(lead: number): boolean {
  return lead === minus || (lead >= zero && lead <= zero + 9);
}
