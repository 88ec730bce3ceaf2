import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterFile } from './after-file.ts';

/** An empty folder that goes when the tests of the file have ended. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-tests-'));
  afterFile(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
