import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folders: string[] = [];

// Said here and not where a folder is made: inside a test it would come too late.
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that goes when the tests of the file have ended. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-tests-'));
  folders.push(folder);
  return folder;
}
