import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const pollEvery = 25;

/** A program that has come to its end. */
export interface ProgramRun {
  /** Wall time of the whole process. */
  readonly seconds: number;
  /** The highest resident memory that it reached, in MB. */
  readonly peakMemory: number;
  readonly exitCode: number | null;
  readonly output: string;
}

/** Runs a program to its end and watches its memory. */
export async function runProgram(command: string, args: readonly string[]): Promise<ProgramRun> {
  const started = performance.now();
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let peakMemory = 0;
  const poll = setInterval(() => {
    peakMemory = Math.max(peakMemory, memoryOf(child.pid, 'VmHWM'));
  }, pollEvery);
  try {
    const exitCode = await ended;
    return { seconds: (performance.now() - started) / 1000, peakMemory, exitCode, output };
  } finally {
    clearInterval(poll);
  }
}

/** Runs a script of the checkout in a process of its own. */
export function runScript(script: string, args: readonly string[]): Promise<ProgramRun> {
  return runProgram(process.execPath, [join(root, script), ...args]);
}

/** Runs a command of the program, `cadre <name> … --json`; what it answers is in `answer`. */
export async function runCadre(
  ...args: readonly string[]
): Promise<ProgramRun & { readonly answer: Readonly<Record<string, unknown>> }> {
  const run = await runProgram(process.execPath, [
    '--max-semi-space-size=16',
    join(root, 'cli/main.js'),
    ...args,
    '--json',
  ]);
  if (run.exitCode === 2) throw new Error(`cadre ${args[0]} could not run`);
  return { ...run, answer: JSON.parse(run.output) as Readonly<Record<string, unknown>> };
}

/** The resident memory of a process as Linux counts it, in MB: the highest (VmHWM) or the present one (VmRSS). */
export function memoryOf(pid: number | undefined, key: 'VmHWM' | 'VmRSS'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
