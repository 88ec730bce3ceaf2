import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { createPdfRenderer, defaultFontFolders } from '#documents/render';
import type { FormVariant } from '#documents/form';
import { errors, textOf } from '#platform/model';
import { readMany, rowsOf, type JobTools, type Store } from '#platform/server';
import { readUnitTree } from '#modules/organization/server';
import { csvHead, csvLines, jsonLine } from './data-lines.ts';
import { ExportNotes } from './export-notes.ts';
import { FileNames } from './file-names.ts';
import { formFiles, printed, type PersonFormat } from './form-files.ts';
import { personSources } from './person-source.ts';
import type { FileSink } from './sinks.ts';

/** A file a person, into a folder or a zip. */
export async function exportFiles(
  store: Store,
  ids: readonly string[],
  sink: FileSink,
  format: PersonFormat,
  variant: FormVariant,
  tools: JobTools,
): Promise<{ files: number; notes: ExportNotes }> {
  const notes = new ExportNotes();
  const names = new FileNames();
  let files = 0;
  let done = 0;
  for await (const person of personSources(store, ids)) {
    tools.signal.throwIfAborted();
    const name = names.next(person.form.name);
    for (const { extension, bytes } of formFiles(person, format, variant, notes)) {
      await sink.add(name + extension, bytes, extension === '.docx' || extension === '.pic');
      files += 1;
    }
    tools.progress(++done, ids.length);
  }
  await sink.close();
  return { files, notes };
}

/** All forms in one PDF. */
export async function exportPdf(
  store: Store,
  ids: readonly string[],
  path: string,
  variant: FormVariant,
  tools: JobTools,
): Promise<ExportNotes> {
  const notes = new ExportNotes();
  const book = createPdfRenderer({ fontFolders: defaultFontFolders() }).open({ variant });
  await writeWhole(path, async (write) => {
    let done = 0;
    for await (const { form } of personSources(store, ids)) {
      tools.signal.throwIfAborted();
      const told = book.notes.length;
      await write(book.add(printed(form)));
      notes.rendered(form.name, book.notes.slice(told));
      tools.progress(++done, ids.length);
    }
    await write(book.finish());
  });
  return notes;
}

/** People or units as lines of JSON, or one of their sets as CSV. */
export async function exportLines(
  store: Store,
  ids: readonly string[],
  path: string,
  format:
    | { readonly kind: 'jsonl'; readonly subject: 'person' | 'unit' }
    | { readonly kind: 'csv'; readonly set: string },
  tools: JobTools,
): Promise<void> {
  const set = format.kind === 'csv' ? store.registry.find(format.set) : undefined;
  if (format.kind === 'csv' && !set)
    throw errors.invalid(`没有“${format.set}”这个信息集，请检查信息集代码。`);
  const tree = await readUnitTree(store);
  await writeWhole(path, async (write) => {
    if (set) await write(Buffer.from(`\ufeff${csvHead(set)}`));
    for (let start = 0; start < ids.length; start += 200) {
      tools.signal.throwIfAborted();
      const some = ids.slice(start, start + 200);
      const records = await readMany(store.db, some, set ? ['A01', 'B01', set.code] : undefined);
      const lines = some.map((id) => {
        const sets = rowsOf(records.get(id) ?? {});
        const name = textOf(sets['A01']?.[0] ?? sets['B01']?.[0], 'name');
        return format.kind === 'jsonl'
          ? jsonLine(store.registry, format.subject, id, sets, tree.nameOf)
          : set
            ? csvLines(store, set, id, name, sets[set.code] ?? [], tree.nameOf)
            : '';
      });
      await write(Buffer.from(lines.join('')));
      tools.progress(start + some.length, ids.length);
    }
  });
}

/** What may wait for the disk while the next forms are made, in bytes. */
const mostWaiting = 1 << 20;

/** Writes a file that appears only when it is complete. */
async function writeWhole(
  path: string,
  fill: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
): Promise<void> {
  const partial = `${path}.part`;
  const output = createWriteStream(partial, { mode: 0o600, highWaterMark: mostWaiting });
  const done = finished(output);
  done.catch(() => {});
  try {
    await fill(async (bytes) => {
      if (!output.write(bytes)) await Promise.race([once(output, 'drain'), done]);
    });
    output.end();
    await done;
    await rename(partial, path);
  } catch (error) {
    output.destroy();
    await rm(partial, { force: true });
    throw error;
  }
}
