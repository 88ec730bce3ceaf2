import { columnOf } from '../xlsx/cell-name.ts';

/** Rows `first` to `last` of a template that come `count` times. */
export interface RepeatedRows {
  first: number;
  last: number;
  count: number;
}

/** How rows of a template move when some of them are repeated. */
export class RowShift {
  readonly #loops: readonly RepeatedRows[];

  constructor(loops: readonly RepeatedRows[]) {
    this.#loops = loops;
  }

  /** Where the first copy of a row stands; `count` 0 counts as one empty copy. */
  first(row: number): number {
    return this.#loops.reduce(
      (sum, loop) => (row > loop.last ? sum + (copiesOf(loop) - 1) * heightOf(loop) : sum),
      row,
    );
  }

  /** Where the last copy of a row stands. */
  last(row: number): number {
    const loop = this.loopOf(row);
    return this.first(row) + (loop ? (copiesOf(loop) - 1) * heightOf(loop) : 0);
  }

  loopOf(row: number): RepeatedRows | undefined {
    return this.#loops.find(({ first, last }) => row >= first && row <= last);
  }

  /** A range or a list of ranges, each from the first copy of its first row to the last copy of its last. */
  ranges(text: string): string {
    return text.replaceAll(
      /(\$?[A-Z]{1,3}\$?)(\d+)(?::(\$?[A-Z]{1,3}\$?)(\d+))?/g,
      (_, column: string, row: string, endColumn: string | undefined, endRow: string | undefined) => {
        const [start, end] = [this.first(Number(row)), this.last(Number(endRow ?? row))];
        const isCell = endColumn === undefined && start === end;
        return isCell ? `${column}${start}` : `${column}${start}:${endColumn ?? column}${end}`;
      },
    );
  }

  /** Rows without columns, as titles that are repeated in print are named: `$1:$3`. */
  rowRanges(text: string): string {
    return text.replaceAll(
      /\$(\d+):\$(\d+)/g,
      (_, start: string, end: string) => `$${this.first(Number(start))}:$${this.last(Number(end))}`,
    );
  }

  /** The merged range in all its places; null where it begins inside repeated rows and ends outside them, or contrary. */
  merged(range: string): string[] | null {
    const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range);
    if (!match) return [range];
    const [, left = '', top = '', right = '', bottom = ''] = match;
    const [loop, other] = [this.loopOf(Number(top)), this.loopOf(Number(bottom))];
    if (loop !== other) return null;
    const [from, to] = [this.first(Number(top)), this.first(Number(bottom))];
    if (!loop) return [`${left}${from}:${right}${to}`];
    return Array.from({ length: copiesOf(loop) }, (_, copy) => {
      const by = copy * heightOf(loop);
      return `${left}${from + by}:${right}${to + by}`;
    });
  }
}

export const heightOf = ({ first, last }: RepeatedRows): number => last - first + 1;
export const copiesOf = ({ count }: RepeatedRows): number => Math.max(1, count);

/** Column and row of a cell's name. */
export function cellPlace(name: string): { column: number; letters: string; row: number } {
  const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
  return { column: columnOf(letters), letters, row: Number(row) };
}
