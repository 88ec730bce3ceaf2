import { writeTableDocument, writeWorkbook } from '#documents/render';
import { CadreError, errors, newId, type Actor } from '#platform/model';
import type { FileAnswer } from '#platform/server';
import type { CountedTable } from '#modules/statistics';
import { fitsWord, printedTable } from './printed-table.ts';

/** A file is fetched at once after it was made; what nobody fetched is forgotten. */
const keptFor = 10 * 60_000;
/** Files kept at most; they are some kilobytes each. */
const mostFiles = 100;

interface Kept {
  readonly actor: string;
  readonly until: number;
  readonly file: FileAnswer;
}

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Files of tables between the request that makes them and the one that fetches them; only who made one gets it. */
export class StatisticsFiles {
  readonly #kept = new Map<string, Kept>();

  async make(
    actor: Actor,
    answer: CountedTable,
    format: 'xlsx' | 'docx',
    withShares: boolean,
  ): Promise<string> {
    const bytes = await bytesOf(answer, format, withShares);
    const now = Date.now();
    for (const [id, { until }] of this.#kept)
      if (until < now || this.#kept.size >= mostFiles) this.#kept.delete(id);
    const id = newId();
    const fileName = `${answer.title}（截至${answer.asOf}）.${format}`;
    const file = { data: bytes, mediaType: mediaTypes[format], fileName };
    this.#kept.set(id, { actor: actor.id, until: now + keptFor, file });
    return id;
  }

  take(actor: Actor, id: string): FileAnswer {
    const kept = this.#kept.get(id);
    if (kept?.actor !== actor.id || kept.until < Date.now())
      throw errors.notFound('这个文件（已过期，请重新导出）');
    return kept.file;
  }
}

async function bytesOf(
  answer: CountedTable,
  format: 'xlsx' | 'docx',
  withShares: boolean,
): Promise<Uint8Array> {
  const table = printedTable(answer, withShares);
  if (format === 'docx') {
    if (!fitsWord(answer, withShares)) throw tooWide();
    return (await writeTableDocument(table)).docx;
  }
  const pieces: Uint8Array[] = [];
  const name = answer.title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
  for await (const piece of writeWorkbook({ sheets: [{ ...table, name, frozenColumns: 1 }] }))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

function tooWide(): CadreError {
  return new CadreError(
    'table-too-wide',
    400,
    '这张表的列太多，Word 放不下。请导出 Excel，或者不带占比再导出。',
  );
}
