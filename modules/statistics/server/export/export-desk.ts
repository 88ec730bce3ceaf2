import { writeTableDocument, writeWorkbook, type Sheet } from '#documents/render';
import { CadreError, errors, newId, type Actor } from '#platform/model';
import type { FileAnswer, Store } from '#platform/server';
import { requireKeptRights, rightsNow } from '#modules/cadres/server';
import type { CountedTable, TableBlock } from '#modules/statistics';
import { paperBlocks, printedTable, stackedTable } from './printed-table.ts';

/** A file is fetched at once after it was made; what nobody fetched is forgotten. */
const keptFor = 10 * 60_000;
/** Files kept at most; they are some kilobytes each. */
const mostFiles = 100;

/** A Word table has no more columns (63 is its limit, and a sheet of paper ends long before). */
const widestForWord = 63;
/** The parts of a wide table stand one below the other in a Word file as long as each fits a page. */
const mostStackedRows = 14;

interface Kept {
  readonly actor: string;
  readonly rights: string;
  readonly until: number;
  readonly file: FileAnswer;
}

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Files of tables between the request that makes them and the one that fetches them; only who made one gets it. */
export class StatisticsFiles {
  readonly #store: Store;
  readonly #kept = new Map<string, Kept>();

  constructor(store: Store) {
    this.#store = store;
  }

  async make(
    actor: Actor,
    answer: CountedTable,
    format: 'xlsx' | 'docx',
    withShares: boolean,
  ): Promise<string> {
    const bytes = await bytesOf(answer, format, withShares);
    const rights = await rightsNow(this.#store, actor);
    const now = Date.now();
    for (const [id, { until }] of this.#kept)
      if (until < now || this.#kept.size >= mostFiles) this.#kept.delete(id);
    const id = newId();
    const fileName = `${answer.title}（截至${answer.asOf}）.${format}`;
    const file = { data: bytes, mediaType: mediaTypes[format], fileName };
    this.#kept.set(id, { actor: actor.id, rights, until: now + keptFor, file });
    return id;
  }

  async take(actor: Actor, id: string): Promise<FileAnswer> {
    const kept = this.#kept.get(id);
    if (kept?.actor !== actor.id || kept.until < Date.now())
      throw errors.notFound('这个文件（已过期，请重新导出）');
    await requireKeptRights(this.#store, actor, kept.rights);
    return kept.file;
  }
}

async function bytesOf(
  answer: CountedTable,
  format: 'xlsx' | 'docx',
  withShares: boolean,
): Promise<Uint8Array> {
  const blocks = paperBlocks(answer, withShares);
  if (format === 'docx') {
    const table =
      blocks.length > 1 && answer.rows.length <= mostStackedRows
        ? stackedTable(answer, withShares, blocks)
        : printedTable(answer, withShares);
    if (table.columns.length > widestForWord) throw tooWide();
    return (await writeTableDocument(table)).docx;
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of writeWorkbook({ sheets: sheetsOf(answer, withShares, blocks) }))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The whole table as it looks on the screen, and for a wide one its parts on sheets that can be read on paper. */
function sheetsOf(answer: CountedTable, withShares: boolean, blocks: readonly TableBlock[]): Sheet[] {
  const name = answer.title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
  const whole = { ...printedTable(answer, withShares), name, frozenColumns: 1 };
  if (blocks.length === 1) return [whole];
  const notes = [...(whole.notes ?? []), '本表较宽，打印请用后面的分页。'];
  const parts = blocks.map((block, index) => ({
    ...printedTable(answer, withShares, block),
    name: `打印第${index + 1}页`,
    frozenColumns: 1,
  }));
  return [{ ...whole, notes }, ...parts];
}

function tooWide(): CadreError {
  return new CadreError(
    'table-too-wide',
    400,
    '这张表的列太多，Word 放不下。请导出 Excel，或者不带占比再导出。',
  );
}
