import { pointsPerMm } from '#documents/form';
import type { PageSetup } from '../../table/printed-table.ts';

/** A sheet and the room on it, points. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  /** Where the room for text ends, from the top edge. */
  readonly bottom: number;
  /** The width that a table takes. */
  readonly room: number;
  /** Where the page number stands, from the top edge. */
  readonly foot: number;
}

/** Millimetres: the edges of 公文 are wider, but tables take the sheet. */
const margins = { top: 20, bottom: 18, side: 15, foot: 9 };

function sheetOf(width: number, height: number): Sheet {
  const points = (mm: number): number => mm * pointsPerMm;
  return {
    width: points(width),
    height: points(height),
    left: points(margins.side),
    top: points(margins.top),
    bottom: points(height - margins.bottom),
    room: points(width - 2 * margins.side),
    foot: points(height - margins.foot),
  };
}

/** A4, A4 across, A3 across. */
const sheets = [sheetOf(210, 297), sheetOf(297, 210), sheetOf(420, 297)];

/** 六号: smaller letters are hard to read, a wider sheet is taken before. */
const smallest = 7.5;

/**
 * The narrowest sheet on which columns of this width have room at a readable size, and by what the letters are made
 * smaller for it. Never narrower than the page that is asked for.
 */
export function chooseSheet(
  wanted: number,
  size: number,
  { orientation }: PageSetup,
): { readonly sheet: Sheet; readonly scale: number } {
  const least = Math.min(1, smallest / size);
  const choices = orientation === 'portrait' ? sheets : sheets.slice(1);
  const sheet = choices.find(({ room }) => room / wanted >= least) ?? (choices.at(-1) as Sheet);
  return { sheet, scale: Math.min(1, sheet.room / wanted) };
}
