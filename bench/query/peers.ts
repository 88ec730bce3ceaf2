import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Answer } from './questions.ts';

const folder = join(import.meta.dirname, '../peers');

/** What a peer found and how long it took, in ms. */
export interface PeerResult {
  readonly name: string;
  readonly ms: number;
  readonly answer: Answer;
}

/** Installs what the peers' manifest names, when it is not there. Answers whether it is there now. */
export function installPeers(): boolean {
  if (existsSync(join(folder, 'node_modules'))) return true;
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: folder, stdio: ['ignore', 2, 2] });
  return status === 0;
}

/** A module of the peers' own manifest; its shape is what the caller says that it needs of it. */
export async function importPeer(name: string): Promise<unknown> {
  const path = createRequire(join(folder, 'package.json')).resolve(name);
  return import(pathToFileURL(path).href);
}
