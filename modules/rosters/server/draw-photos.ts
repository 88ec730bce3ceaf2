import type { PrintedTable, TableRow } from '#documents/render';
import type { Store } from '#platform/server';
import type { RosterCell, RosterGroup } from '#modules/rosters';
import { groupCell, headOf, inPieces, type RosterFrame } from './draw-table.ts';
import { photosOf } from './pictures.ts';
import type { StagedRow } from './stage.ts';

const across = 6;

type Person = Extract<StagedRow, { kind: 'person' }>;

/** 照片名册: photos six in a row, below each name, birth and posts (the columns `photoColumns`). */
export function photoTable(store: Store, frame: RosterFrame, rows: AsyncIterable<StagedRow>): PrintedTable {
  return {
    ...headOf(frame),
    columns: Array.from({ length: across }, () => ({ width: 22 })),
    head: [],
    rows: drawnRows(store, rows),
    ...(frame.notes.length > 0 ? { notes: frame.notes } : {}),
    bodyStyle: { font: '宋体', size: 9, vertical: 'top' },
    page: { orientation: 'landscape' },
  };
}

async function* drawnRows(store: Store, rows: AsyncIterable<StagedRow>): AsyncGenerator<TableRow> {
  for await (const item of lines(rows)) {
    if ('unit' in item) {
      yield { cells: [groupCell(item, across)], height: 24, keepWithNext: true };
      continue;
    }
    const photos = await photosOf(
      store,
      item.map(({ id }) => id),
    );
    yield {
      cells: item.map(({ id }) => {
        const picture = photos.get(id);
        return picture ? { picture } : { value: '（无照片）', style: { vertical: 'middle' } };
      }),
      height: 110,
      keepWithNext: true,
    };
    yield { cells: item.map(({ cells }) => ({ value: caption(cells) })) };
  }
}

/** People six by six; a group begins a new line. */
async function* lines(rows: AsyncIterable<StagedRow>): AsyncGenerator<RosterGroup | readonly Person[]> {
  let line: Person[] = [];
  for await (const some of inPieces(rows, 100)) {
    for (const row of some) {
      if (line.length === across || (row.kind === 'group' && line.length > 0)) {
        yield line;
        line = [];
      }
      if (row.kind === 'group') yield row.group;
      else line.push(row);
    }
  }
  if (line.length > 0) yield line;
}

function caption(cells: readonly RosterCell[]) {
  const [name = '', ...facts] = cells.map((cell) => (typeof cell === 'object' ? '' : String(cell)));
  const below = facts.filter((fact) => fact !== '').map((fact) => `\n${fact}`);
  return [{ text: name, bold: true, size: 10.5 }, { text: below.join('') }];
}
