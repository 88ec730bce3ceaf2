import { describe, expect, it } from 'vitest';
import { tableBlocks } from './table-blocks.ts';

const all = { op: 'all' as const, of: [] };

function groupsOf(...widths: readonly number[]) {
  return widths.map((width, index) => ({
    head: `第${index + 1}组`,
    kind: 'partition' as const,
    columns: Array.from({ length: width }, (_, column) => ({ label: String(column), where: all })),
  }));
}

const widthsOf = (widths: readonly number[], most: number) =>
  tableBlocks(groupsOf(...widths), most).map((block) => block.map(({ columns }) => columns.length));

describe('the columns of a table on paper', () => {
  it.each([
    [[2, 2, 6], 14, [[2, 2, 6]]],
    [
      [2, 2, 6, 4, 4, 4, 4],
      16,
      [
        [2, 2, 6, 4],
        [4, 4, 4],
      ],
    ],
    [
      [2, 8, 8, 2],
      16,
      [
        [2, 8],
        [8, 2],
      ],
    ],
    [[40], 16, [[14], [14], [12]]],
    [[], 16, [[]]],
  ])('%j within %i', (widths, most, expected) => expect(widthsOf(widths, most)).toEqual(expected));

  it('stand in order, each once', () => {
    for (let seed = 1; seed < 60; seed += 1) {
      const groups = groupsOf(
        ...Array.from({ length: (seed % 7) + 1 }, (_, index) => ((seed * (index + 3)) % 19) + 1),
      );
      const width = groups.reduce((sum, { columns }) => sum + columns.length, 0);
      const placed = tableBlocks(groups, 9).flatMap((block) => {
        expect(block.reduce((sum, { columns }) => sum + columns.length, 0)).toBeLessThanOrEqual(9);
        return block.flatMap(({ from, columns }) => columns.map((_, index) => from + index));
      });
      expect(placed).toEqual(Array.from({ length: width }, (_, index) => index));
    }
  });
});
