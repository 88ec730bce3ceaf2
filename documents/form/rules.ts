import type { CellSpec, PageGeometry } from './geometry.ts';
import { innerRule, outerRule } from './geometry.ts';
import type { Rule } from './layout.ts';

/** Positions of the edges of a row of lengths, the first at `start`. */
function edgesOf(start: number, lengths: readonly number[]): number[] {
  const edges = [start];
  let at = start;
  for (const length of lengths) edges.push((at += length));
  return edges;
}

/** The half-open range of grid columns that a cell covers in the page's own grid, from 0. */
export function columnRange(page: PageGeometry, cell: CellSpec): { from: number; to: number } {
  const [first, last] = cell.columns;
  return { from: page.edges[first - 1] ?? 0, to: page.edges[last] ?? 0 };
}

/** A page's grid with rows of certain heights, mm. */
export interface PageGrid {
  page: PageGeometry;
  rows: readonly number[];
  /** Positions of the vertical and of the horizontal edges. */
  xs: readonly number[];
  ys: readonly number[];
}

export function gridOf(page: PageGeometry, rows: readonly number[]): PageGrid {
  return { page, rows, xs: edgesOf(page.left, page.columns), ys: edgesOf(page.top, rows) };
}

type Owners = readonly (readonly (CellSpec | undefined)[])[];

/** Which cell covers each field of the grid. */
function ownersOf(page: PageGeometry): Owners {
  const owners = page.rows.map(() => page.columns.map((): CellSpec | undefined => undefined));
  for (const cell of page.cells) {
    const { from, to } = columnRange(page, cell);
    for (let row = cell.rows[0] - 1; row < cell.rows[1]; row += 1) owners[row]?.fill(cell, from, to);
  }
  return owners;
}

/** Runs of neighbouring places that are drawn, as half-open ranges. */
function runs(count: number, isDrawn: (at: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  let start = -1;
  for (let at = 0; at <= count; at += 1) {
    const drawn = at < count && isDrawn(at);
    if (drawn && start < 0) start = at;
    if (!drawn && start >= 0) {
      found.push([start, at]);
      start = -1;
    }
  }
  return found;
}

/** The rules of a grid: a rule wherever two cells meet, unless it is not drawn. */
export function gridRules({ page, rows, xs, ys }: PageGrid): Rule[] {
  const owners = ownersOf(page);
  const x = (edge: number): number => xs[edge] ?? 0;
  const y = (edge: number): number => ys[edge] ?? 0;
  const rules: Rule[] = [];
  for (let edge = 0; edge <= rows.length; edge += 1) {
    const drawn = (column: number): boolean => {
      const above = owners[edge - 1]?.[column];
      return above !== owners[edge]?.[column] && above?.openBelow !== true;
    };
    const width = edge === 0 || edge === rows.length ? outerRule : innerRule;
    for (const [from, to] of runs(page.columns.length, drawn)) {
      rules.push({ x1: x(from), y1: y(edge), x2: x(to), y2: y(edge), width });
    }
  }
  for (let edge = 0; edge <= page.columns.length; edge += 1) {
    const drawn = (row: number): boolean => owners[row]?.[edge - 1] !== owners[row]?.[edge];
    const width = edge === 0 || edge === page.columns.length ? outerRule : innerRule;
    for (const [from, to] of runs(rows.length, drawn)) {
      rules.push({ x1: x(edge), y1: y(from), x2: x(edge), y2: y(to), width });
    }
  }
  return rules;
}
