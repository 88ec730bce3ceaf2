import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Problem } from '#modules/exchange';
import { root } from './source-files.ts';

/** What a command printed, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the real command line in a process of its own. */
export function startCadre(args: readonly string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [join(root, 'cli', 'main.js'), ...args], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.err += text));
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    ...printed,
  }));
  return { child, ended };
}

export function cadre(...args: readonly string[]): Promise<Ended> {
  return startCadre(args).ended;
}

/** The JSON object that a command with `--json` prints, after checking how it ended and that it was silent otherwise. */
export async function cadreJson<Report>(code: number, ...args: readonly string[]): Promise<Report> {
  const ended = await cadre(...args, '--json');
  if (ended.code !== code || ended.err !== '') {
    throw new Error(`cadre ${args.join(' ')} ended with ${ended.code}: ${ended.err}${ended.out}`);
  }
  return JSON.parse(ended.out) as Report;
}

export interface ImportReport {
  readonly forms: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly skipped: number;
  readonly warnings: number;
  readonly problems: readonly Problem[];
}

export function importReport(code: number, data: string, ...args: readonly string[]): Promise<ImportReport> {
  return cadreJson<ImportReport>(code, 'import', ...args, '--data', data);
}
