import { CadreError, isId } from '#platform/model';
import type { FormVariant } from '#documents/form';
import { isLive, type JobTools, type Store } from '#platform/server';
import type { ExportFormat } from '#modules/exchange';
import { exportFiles, exportLines, exportPdf } from './export-people.ts';
import { folderSink } from './sinks.ts';

/** An export as the command line asks for it. */
export interface CommandExport {
  readonly format: ExportFormat;
  readonly variant: FormVariant;
  /** A folder for lrmx, lrm and docx, else a file. */
  readonly out: string;
  /** The set of a CSV. */
  readonly set: string;
  readonly subject: 'person' | 'unit';
  /** Null: everybody. */
  readonly ids: readonly string[] | null;
}

/** Writes an export where the operator wants it. */
export async function exportByCommand(
  store: Store,
  wanted: CommandExport,
  tools: JobTools,
): Promise<{ files: number; people: number; notes: readonly string[] }> {
  const { format, variant, out } = wanted;
  const ids = await subjectsOf(
    store,
    format === 'csv' ? (store.registry.find(wanted.set)?.subject ?? 'person') : wanted.subject,
    wanted.ids,
  );
  const people = ids.length;
  switch (format) {
    case 'lrmx':
    case 'lrm':
    case 'docx': {
      const { files, notes } = await exportFiles(store, ids, await folderSink(out), format, variant, tools);
      return { files, people, notes: notes.sentences };
    }
    case 'pdf':
      return { files: 1, people, notes: (await exportPdf(store, ids, out, variant, tools)).sentences };
    case 'jsonl':
      await exportLines(store, ids, out, { kind: 'jsonl', subject: wanted.subject }, tools);
      return { files: 1, people, notes: [] };
    case 'csv':
      await exportLines(store, ids, out, { kind: 'csv', set: wanted.set }, tools);
      return { files: 1, people, notes: [] };
  }
}

/** The subjects that are there, in the order of their ids; one that was named and is not there is refused. */
async function subjectsOf(
  store: Store,
  kind: 'person' | 'unit',
  named: readonly string[] | null,
): Promise<string[]> {
  const live = await store.db
    .selectFrom('subjects')
    .select('id')
    .where('kind', '=', kind)
    .where(isLive)
    .orderBy('id')
    .execute();
  const ids = live.map(({ id }) => id);
  if (named === null) return ids;
  const known = new Set(ids);
  const missing = named.find((id) => !isId(id) || !known.has(id));
  if (missing !== undefined)
    throw new CadreError('not-found', 404, `没有标识为“${missing}”的对象，请检查 --ids。`);
  return [...new Set(named)].toSorted();
}
