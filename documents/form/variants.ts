import { backCells, continuationCells } from './back-cells.ts';
import { frontCells } from './front-cells.ts';
import type { FormVariant, PageGeometry, VariantGeometry } from './geometry.ts';
import { familyRowsOnContinuation } from './geometry.ts';

/** What the editor's template files say about one variant. Lengths in millimetres, `base` in points. */
interface Measures {
  sheet: readonly [width: number, height: number];
  base: number;
  /** Upper left corner of the title block on the front, and of the table on the back. */
  frontAt: readonly [top: number, left: number];
  backAt: readonly [top: number, left: number];
  /** From the form's left edge to the first title character. */
  titleAt: number;
  frontColumns: readonly number[];
  /** See `PageGeometry.edges`. */
  frontEdges: readonly number[];
  frontRows: readonly number[];
  backColumns: readonly number[];
  backRows: readonly number[];
}

const allEdges = [0, 1, 2, 3, 4, 5, 6, 7, 8];

const measures: Record<FormVariant, Measures> = {
  A4: {
    sheet: [210, 297],
    base: 14,
    frontAt: [11.1, 22.0],
    backAt: [28.6, 21.0],
    titleAt: 41,
    frontColumns: [13.83, 4.16, 23.02, 18.75, 22.97, 23.2, 23.46, 36.3],
    frontEdges: allEdges,
    frontRows: [12.51, 12.21, 11.99, 12.51, 6.1, 6.1, 6.1, 6.1, 12.51, 12.51, 12.51, 125.82],
    backColumns: [13.09, 19.26, 22.47, 10.12, 17.78, 1.73, 13.83, 67.89],
    backRows: [25.01, 18.01, 24.01, 11.39, ...Array<number>(7).fill(12.29), 23.5, 13, 35.61],
  },
  B5: {
    sheet: [182, 257],
    base: 12,
    frontAt: [10.5, 19.5],
    backAt: [24.2, 17.5],
    // The reference's 41 mm belong to the wider A4 forms; here the title stands in the middle of the form.
    titleAt: 28.1,
    frontColumns: [12.1, 3.7, 20.0, 15.8, 19.76, 20.25, 19.98, 31.86],
    frontEdges: allEdges,
    frontRows: [11.0, 10.6, 10.6, 10.6, 5.2, 5.2, 5.2, 5.2, 11.0, 11.0, 11.0, 108.7],
    backColumns: [11.36, 16.79, 20.0, 7.9, 15.47, 1.57, 11.11, 59.25],
    backRows: [21.0, 16.0, 20.4, 10.5, ...Array<number>(7).fill(10.6), 19.0, 12.4, 31.5],
  },
  archive: {
    sheet: [210, 297],
    base: 14,
    frontAt: [26.2, 17],
    backAt: [35.0, 25.5],
    titleAt: 41,
    frontColumns: [20.74, 20.5, 21.24, 25.44, 24.68, 23.95, 34.57],
    frontEdges: [0, 1, 1, 2, 3, 4, 5, 6, 7],
    frontRows: [11.0, 10.5, 11.0, 10.8, 5.4, 5.4, 5.4, 5.4, 10.3, 10.3, 10.3, 117.0],
    backColumns: [14.92, 17.92, 20.0, 9.88, 17.29, 6.17, 15.79, 69.14],
    backRows: [24.0, 17.3, 21.3, 10.5, ...Array<number>(7).fill(10.3), 14.7, 12.2, 49.0],
  },
};

const total = (lengths: readonly number[]): number => lengths.reduce((sum, length) => sum + length, 0);

/**
 * The templates give the height of the title block only through the positions of the two sides: with both tables ending
 * at the same height it comes to 17.1 mm on A4 and 档案 and 13.4 mm on B5.
 */
function assemble(variant: FormVariant, m: Measures): VariantGeometry {
  const [frontTop, frontLeft] = m.frontAt;
  const [backTop, backLeft] = m.backAt;
  const titleHeight = backTop + total(m.backRows) - total(m.frontRows) - frontTop;
  const back: PageGeometry = {
    left: backLeft,
    top: backTop,
    columns: m.backColumns,
    rows: m.backRows,
    edges: allEdges,
    cells: backCells,
  };
  const [headHeight, rowHeight] = [m.backRows[3] ?? 0, m.backRows[4] ?? 0];
  return {
    variant,
    sheet: { width: m.sheet[0], height: m.sheet[1] },
    base: m.base,
    title: { left: frontLeft + m.titleAt, top: frontTop, height: titleHeight },
    front: {
      left: frontLeft,
      top: frontTop + titleHeight,
      columns: m.frontColumns,
      rows: m.frontRows,
      edges: m.frontEdges,
      cells: frontCells,
    },
    back,
    continuation: {
      ...back,
      rows: [headHeight, ...Array<number>(familyRowsOnContinuation).fill(rowHeight)],
      cells: continuationCells,
    },
  };
}

const geometries: Record<FormVariant, VariantGeometry> = {
  A4: assemble('A4', measures.A4),
  B5: assemble('B5', measures.B5),
  archive: assemble('archive', measures.archive),
};

/** The geometry of one variant: sheet, positions, grids and cells of all its pages. */
export function formGeometry(variant: FormVariant): VariantGeometry {
  return geometries[variant];
}
