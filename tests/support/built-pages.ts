import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildWeb } from '../../scripts/build-web.ts';
import { root } from './source-files.ts';

const lock = join(root, 'dist', 'being-built');
const abandonedAfter = 60_000;

/** Builds the pages when they are not current; test files that run side by side wait for the one that builds. */
export async function buildPages(): Promise<void> {
  mkdirSync(join(root, 'dist'), { recursive: true });
  while (!taken()) await pause(100);
  try {
    buildWeb();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function taken(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > abandonedAfter) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}
