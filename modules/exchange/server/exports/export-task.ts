import { stat } from 'node:fs/promises';
import type { FormVariant } from '#documents/form';
import type { Task } from '#platform/server';
import type { ExportFormat } from '#modules/exchange';
import { ExportNotes } from '../export/export-notes.ts';
import { exportFiles, exportLines, exportPdf } from '../export/export-people.ts';
import { zipSink } from '../export/sinks.ts';

export interface ExportInput {
  readonly ids: readonly string[];
  readonly format: ExportFormat;
  readonly variant: FormVariant;
  readonly set: string;
  readonly subject: 'person' | 'unit';
  readonly path: string;
}

export interface ExportResult {
  /** Bytes. */
  readonly size: number;
  /** What could not be written as it is; empty when all was. */
  readonly remark: string;
}

/** Writes an export into one file; answers its size in bytes. */
export const exportTask: Task<ExportInput, ExportResult> = async (store, input, tools) => {
  const { ids, format, variant, path } = input;
  let notes = new ExportNotes();
  switch (format) {
    case 'lrmx':
    case 'lrm':
    case 'docx':
      ({ notes } = await exportFiles(store, ids, zipSink(path), format, variant, tools));
      break;
    case 'pdf':
      notes = await exportPdf(store, ids, path, variant, tools);
      break;
    case 'jsonl':
      await exportLines(store, ids, path, { kind: 'jsonl', subject: input.subject }, tools);
      break;
    case 'csv':
      await exportLines(store, ids, path, { kind: 'csv', set: input.set }, tools);
      break;
  }
  return { size: (await stat(path)).size, remark: notes.summary() };
};
