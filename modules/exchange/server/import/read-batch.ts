import type { ScanProblem } from '../scan/found-file.ts';
import { countForms, scanPaths } from '../scan/scan-paths.ts';
import { readFormFile, type ReadFormFile, type RefusedFormFile } from './read-form-file.ts';

/** A form on its way into the store. */
export type Read = ReadFormFile | RefusedFormFile;

/** Forms that were read and are to be written in one transaction. */
export interface ReadBatch {
  readonly forms: readonly Read[];
  /** Files met since the batch before that are neither forms nor photos of forms. */
  readonly skipped: number;
  /** How many forms there are altogether, for the progress. */
  readonly total: number;
}

/** A transaction must stay short, for nobody else can write meanwhile. */
const mostForms = 100;
const mostBytes = 2_000_000;

/** The forms of the paths in batches; the last one may hold none. */
export async function* readBatches(paths: readonly string[]): AsyncGenerator<ReadBatch> {
  const total = await countForms(paths);
  let forms: Read[] = [];
  let bytes = 0;
  let skipped = 0;
  for await (const step of scanPaths(paths)) {
    if (step.kind === 'skipped') {
      skipped += 1;
      continue;
    }
    const read = step.kind === 'form' ? await readFormFile(step.form) : unopened(step.problem);
    forms.push(read);
    bytes += sizeOf(read);
    if (forms.length < mostForms && bytes < mostBytes) continue;
    yield { forms, skipped, total };
    [forms, bytes, skipped] = [[], 0, 0];
  }
  yield { forms, skipped, total };
}

function unopened({ file, code, message }: ScanProblem): RefusedFormFile {
  return { file, refused: { file, level: 'error', code, field: 'file', value: '', message } };
}

function sizeOf(read: Read): number {
  return 'refused' in read ? 0 : (read.photo?.data.length ?? 0) + read.source.data.length;
}
