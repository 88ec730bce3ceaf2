import type { SheetRow, TableFile } from '#documents/formats';
import { CadreError, type SetDefinition } from '#platform/model';
import {
  findHead,
  hasMergedRows,
  headRows,
  headsAt,
  suggestMapping,
  type Mapping,
  type SheetLookData,
} from '#modules/sheets';

/** A sheet as it was found; what is remembered of such heads stands beside it. */
export type SheetLook = Omit<SheetLookData, 'isRemembered'>;

/** Which sheet is meant and where its head ends; null lets the program find it. */
export interface SheetPlace {
  readonly sheet: number | null;
  readonly headRow: number | null;
}

const sampleCount = 3;

/**
 * How much is looked at: the `top` does for a sheet without merged cells, whose rows need not be counted; where cells are
 * merged stands behind the last row.
 */
export type LookExtent = 'top' | 'whole';

/** Looks at one sheet, or finds the first that has a head for the set; its rows are counted. */
export async function lookAt(
  file: TableFile,
  set: SetDefinition,
  place: SheetPlace,
  extent: LookExtent = 'whole',
): Promise<SheetLook> {
  const candidates =
    place.sheet === null
      ? file.sheets.flatMap(({ isHidden }, index) => (isHidden ? [] : [index]))
      : [place.sheet];
  let best: SheetLook | null = null;
  for (const sheet of candidates) {
    const look = await lookAtSheet(file, set, sheet, place.headRow, extent);
    if (look && (best === null || known(look.mapping) > known(best.mapping))) best = look;
  }
  if (best) return best;
  throw new CadreError(
    'sheet-no-head',
    422,
    `没有找到“${set.label}”的表头：前 ${headRows} 行中应有一行写明姓名、身份证号和各项名称。请下载模板对照。`,
  );
}

const known = (mapping: Mapping): number => mapping.filter((target) => target !== null).length;

async function lookAtSheet(
  file: TableFile,
  set: SetDefinition,
  sheet: number,
  headRow: number | null,
  extent: LookExtent,
): Promise<SheetLook | null> {
  const top: SheetRow[] = [];
  const numbers: number[] = [];
  const hidden: number[] = [];
  const rows = file.rows(sheet);
  for await (const batch of rows) {
    for (const row of batch) {
      if (top.length < headRows + sampleCount) top.push(row);
      numbers.push(row.number);
      if (row.isHidden) hidden.push(row.number);
    }
    if (extent === 'top' && top.length >= headRows + sampleCount) break;
  }
  const head =
    headRow === null
      ? findHead(set, top, rows.merged)
      : { row: headRow, heads: headsAt(top, rows.merged, headRow) };
  if (!head) return null;
  const below = (all: readonly number[]) => all.filter((number) => number > head.row).length;
  return {
    sheets: [...file.sheets],
    sheet,
    headRow: head.row,
    heads: [...head.heads],
    mapping: [...suggestMapping(set, head.heads)],
    samples: top
      .filter(({ number }) => number > head.row)
      .slice(0, sampleCount)
      .map(({ cells }) => head.heads.map((_, column) => cells[column]?.text ?? '')),
    rows: below(numbers),
    hiddenRows: below(hidden),
    hasMergedRows: hasMergedRows(rows.merged, head.row),
  };
}
