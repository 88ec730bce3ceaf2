/** Strings one behind the other in UTF-16; the text of index n ends where `ends[n]` says. */
export interface BatchTexts {
  readonly units: Uint16Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
}

/**
 * What the rows of a batch have in a column, one number a row, 0 for nothing: the key of a date (`column/date-key.ts`), a
 * number as `placeOfNumber` says it, else the number from 1 of a text of the batch.
 */
export interface ColumnBatch {
  readonly name: string;
  readonly values: Uint32Array<ArrayBuffer>;
  readonly texts?: BatchTexts | undefined;
}

/** The rows of a repeating set: how many each person has, and its columns with those people's rows one after another. */
export interface RowsBatch {
  readonly set: string;
  readonly lengths: Uint32Array<ArrayBuffer>;
  readonly columns: readonly ColumnBatch[];
}

/** New people on their way into the tables, made ready elsewhere. Columns in which nobody has anything are left out. */
export interface PeopleBatch {
  readonly ids: readonly string[];
  readonly columns: readonly ColumnBatch[];
  readonly rows: readonly RowsBatch[];
  /** Where all arrays lie, so that they can be handed over instead of being copied. */
  readonly memory: ArrayBuffer;
}

/** Where a text of a batch begins, by its number from 1. */
export function beginOf({ ends }: BatchTexts, number: number): number {
  return number < 2 ? 0 : (ends[number - 2] ?? 0);
}

/** The texts of a batch as strings. */
export function stringsOf({ units, ends }: BatchTexts): string[] {
  const strings: string[] = [];
  let from = 0;
  for (let at = 0; at < ends.length; at++) {
    const to = ends[at] ?? 0;
    strings.push(stringOf(units.subarray(from, to)));
    from = to;
  }
  return strings;
}

/** As many arguments as `fromCharCode` takes safely. */
const mostAtOnce = 4096;

export function stringOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += mostAtOnce) {
    text += String.fromCharCode.apply(null, units.subarray(at, at + mostAtOnce) as unknown as number[]);
  }
  return text;
}
