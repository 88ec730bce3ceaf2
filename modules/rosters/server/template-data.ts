import { fillDocumentTemplate, fillWorkbookTemplate, type TemplateData } from '#documents/render';
import type { Store } from '#platform/server';
import { longDate, peopleLoop, rowKeys, type HeadKey, type RosterCell } from '#modules/rosters';
import type { RosterFrame } from './draw-table.ts';
import { photosOf } from './pictures.ts';
import type { StagedRow } from './stage.ts';

/** What the reader may not see stays empty. */
const nothing = Object.fromEntries(rowKeys.map((key) => [key, null]));

export type TemplateFormat = 'xlsx' | 'docx';

/** Fills a template; refuses with a RenderProblem that names every wrong placeholder with its place. */
export async function fillTemplate(
  template: Uint8Array,
  format: TemplateFormat,
  data: TemplateData,
): Promise<Uint8Array> {
  return format === 'xlsx' ? fillWorkbookTemplate(template, data) : fillDocumentTemplate(template, data);
}

/** What the placeholders stand for; photos are read for Word only, which alone can hold them. */
export async function templateData(
  store: Store,
  frame: RosterFrame,
  rows: AsyncIterable<StagedRow>,
  withPhotos: boolean,
): Promise<TemplateData> {
  const people: Record<string, string | number | Uint8Array | null>[] = [];
  for await (const row of rows) {
    if (row.kind === 'group') continue;
    const photos = withPhotos ? await photosOf(store, [row.id]) : new Map<string, Uint8Array>();
    const values = frame.columns.map(
      ({ heading }, index) => [heading, valueOf(row.cells[index] ?? '', photos)] as const,
    );
    people.push({ ...nothing, ...Object.fromEntries(values) });
  }
  return { ...headOf(frame), [peopleLoop]: people };
}

function headOf(frame: RosterFrame): Readonly<Record<HeadKey, string | number>> {
  return {
    标题: frame.title,
    副标题: frame.subtitle,
    截止时间: longDate(frame.asOf),
    人数: frame.count,
  };
}

function valueOf(
  cell: RosterCell,
  photos: ReadonlyMap<string, Uint8Array>,
): string | number | Uint8Array | null {
  return typeof cell === 'object' ? (photos.get(cell.photoOf) ?? null) : cell;
}
