import type { CellStyle, PrintedTable } from './printed-table.ts';

/** In which letters a text stands; sizes in points. */
export interface CellFont {
  font: string;
  size: number;
  bold: boolean;
}

export type FullStyle = Required<Omit<CellStyle, 'format'>> & { format: CellStyle['format'] | null };

const plain: FullStyle = {
  font: '宋体',
  size: 10.5,
  bold: false,
  align: 'center',
  vertical: 'middle',
  wrap: true,
  border: true,
  format: null,
};

/** 公文 title in 小标宋 at 二号, a second line smaller; heads in 黑体, everything else in 仿宋 or 宋体. */
export const titleStyle = (size: number): FullStyle => ({
  ...plain,
  font: '方正小标宋简体',
  size,
  border: false,
});

export const titleSize = (index: number): number => (index === 0 ? 22 : 18);

export const subLineStyle = (align: 'left' | 'right'): FullStyle => ({
  ...plain,
  font: '仿宋_GB2312',
  size: 12,
  align,
  border: false,
});

export const noteStyle: FullStyle = { ...plain, align: 'left', vertical: 'top', border: false };

export const headStyle = (table: PrintedTable): FullStyle => ({
  ...plain,
  font: '黑体',
  ...table.headStyle,
});

/** The styles of the body's columns. */
export const bodyStyles = (table: PrintedTable): FullStyle[] =>
  table.columns.map((column) => ({ ...plain, ...table.bodyStyle, ...column.style }));
