import { writeTableDocument, writeWorkbook, type PrintedTable } from '#documents/render';
import { errors, newId, type Actor } from '#platform/model';
import type { FileAnswer, Store } from '#platform/server';
import { requireKeptRights, rightsNow } from '#modules/cadres/server';

/** A file is fetched at once after it was made; what nobody fetched is forgotten. */
const keptFor = 10 * 60_000;
/** Files kept at most; they are some kilobytes each. */
const mostFiles = 100;

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
export class QuotaFiles {
  readonly #store: Store;
  readonly #kept = new Map<string, Kept>();

  constructor(store: Store) {
    this.#store = store;
  }

  async make(actor: Actor, name: string, table: PrintedTable, format: 'xlsx' | 'docx'): Promise<string> {
    const data = await bytesOf(name, table, format);
    const rights = await rightsNow(this.#store, actor);
    const now = Date.now();
    for (const [id, { until }] of this.#kept)
      if (until < now || this.#kept.size >= mostFiles) this.#kept.delete(id);
    const id = newId();
    const file = { data, mediaType: mediaTypes[format], fileName: `${name}.${format}` };
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

async function bytesOf(name: string, table: PrintedTable, format: 'xlsx' | 'docx'): Promise<Uint8Array> {
  if (format === 'docx') return (await writeTableDocument(table)).docx;
  const pieces: Uint8Array[] = [];
  const sheet = { ...table, name: name.replaceAll(/[\\/?*[\]:（）]/g, ' ').slice(0, 31), frozenColumns: 1 };
  for await (const piece of writeWorkbook({ sheets: [sheet] })) pieces.push(piece);
  return Buffer.concat(pieces);
}
