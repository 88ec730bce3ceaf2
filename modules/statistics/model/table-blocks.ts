import type { TableAnswer } from './contracts.ts';

type Group = TableAnswer['groups'][number];

/** A group of columns, or a part of a wide one; `from` is the place of its first column among all columns. */
export interface PlacedGroup extends Group {
  readonly from: number;
}

/** Columns that stand beside each other on one sheet of paper. */
export type TableBlock = readonly PlacedGroup[];

/**
 * Divides the columns of a wide table into parts of at most `most`, as even as they come. A group stays together unless
 * it is wider than that by itself. A table that is not wide, or has no columns, is one part.
 */
export function tableBlocks(groups: readonly Group[], most: number): readonly TableBlock[] {
  const placed = piecesOf(groups, most);
  const width = placed.reduce((sum, { columns }) => sum + columns.length, 0);
  const few = Math.max(1, Math.ceil(width / most));
  for (let limit = Math.ceil(width / few); limit < most; limit += 1) {
    const blocks = filled(placed, limit);
    if (blocks.length <= few) return blocks;
  }
  return filled(placed, most);
}

function piecesOf(groups: readonly Group[], most: number): PlacedGroup[] {
  let from = 0;
  return groups.flatMap((group) => {
    const start = from;
    from += group.columns.length;
    const pieces = Math.max(1, Math.ceil(group.columns.length / most));
    const each = Math.ceil(group.columns.length / pieces);
    return Array.from({ length: pieces }, (_, piece) => ({
      ...group,
      columns: group.columns.slice(piece * each, (piece + 1) * each),
      from: start + piece * each,
    }));
  });
}

function filled(groups: readonly PlacedGroup[], limit: number): PlacedGroup[][] {
  const blocks: PlacedGroup[][] = [[]];
  let width = 0;
  for (const group of groups) {
    if (width > 0 && width + group.columns.length > limit) {
      blocks.push([]);
      width = 0;
    }
    blocks.at(-1)?.push(group);
    width += group.columns.length;
  }
  return blocks;
}
