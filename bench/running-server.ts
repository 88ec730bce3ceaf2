import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { memoryOf } from './run-program.ts';

const root = join(import.meta.dirname, '..');

/** One start of the server, from the command to the page, and the memory of the idle server in MB. */
export interface ServerStart {
  readonly seconds: number;
  readonly idleMemory: number;
  readonly answered: boolean;
}

/** Starts a server on a free port, asks for the first page, lets it idle and ends it. */
export async function startServer(
  data: string,
  command: readonly [string, ...string[]],
  idle: number,
): Promise<ServerStart> {
  const started = performance.now();
  return withServer(data, command, async (address, process) => {
    const answer = await fetch(address);
    const page = await answer.text();
    const seconds = (performance.now() - started) / 1000;
    await new Promise((resolve) => setTimeout(resolve, idle));
    const idleMemory = memoryOf(process, 'VmRSS');
    return { seconds, idleMemory, answered: answer.ok && page.includes('<div id="root"') };
  });
}

/** Runs a server on a free port while something is done with it. */
export async function withServer<T>(
  data: string,
  [command, ...args]: readonly [string, ...string[]],
  use: (address: string, process: number | undefined) => Promise<T>,
): Promise<T> {
  const { PATH, HOME } = process.env;
  const child = spawn(command, args, {
    cwd: root,
    env: { PATH, HOME, PORT: '0', CADRE_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  try {
    return await use(await addressOf(child.stdout), child.pid);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** The address that the server prints as soon as it listens. */
function addressOf(output: Readable): Promise<string> {
  return new Promise((found, fail) => {
    let said = '';
    output.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/[^/\s]+\//.exec(said)?.[0];
      if (address !== undefined) found(address);
    });
    output.on('end', () => fail(new Error(`the server ended before it listened:\n${said}`)));
  });
}
