import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const programs = '/usr/lib/postgresql/15/bin';
const user = 'bench';

/** A server of PostgreSQL that nobody else uses. */
export interface PostgresServer {
  /** Runs a script through psql; answers what it printed, columns with `|` between them. */
  run(script: string): Promise<string>;
  stop(): Promise<void>;
}

/** Is PostgreSQL 15 here? Debian's package is installed when it is not, where that is allowed. */
export function installPostgres(): boolean {
  const isThere = () => existsSync(join(programs, 'postgres'));
  if (isThere() || process.getuid?.() !== 0) return isThere();
  try {
    execFileSync('apt-get', ['install', '-y', 'postgresql-15'], { stdio: ['ignore', 2, 2] });
  } catch {
    return false;
  }
  return isThere();
}

/** The server and its maker must not be root: then they are the account of Debian's package. */
function account(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (kind: string) => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** What a machine of this size would be given; the parallel workers are as many as DuckDB has threads. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '4GB',
  effective_cache_size: '8GB',
  work_mem: '256MB',
  maintenance_work_mem: '2GB',
  max_wal_size: '8GB',
  fsync: 'off',
  max_parallel_workers: '2',
  max_parallel_workers_per_gather: '2',
  max_parallel_maintenance_workers: '2',
  random_page_cost: '1.1',
  jit: 'off',
};

export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-postgres-'));
  const as = account();
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const port = await freePort();
  const password = randomBytes(18).toString('hex');
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  if (as.uid !== undefined && as.gid !== undefined) chownSync(passwordFile, as.uid, as.gid);
  const options = { ...as, cwd: folder, stdio: 'ignore' as const };
  const making = ['-D', data, '-U', user, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  execFileSync(join(programs, 'initdb'), [...making, '-E', 'UTF8', '--locale=C.UTF-8'], options);

  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...given], options);
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));

  async function stop(): Promise<void> {
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }

  const run = (script: string) => psql(port, password, script);
  try {
    await answering(port);
  } catch (error) {
    await stop();
    throw error;
  }
  return { run, stop };
}

function psql(port: number, password: string, script: string): Promise<string> {
  const where = ['-h', '127.0.0.1', '-p', String(port), '-U', user, '-d', 'postgres'];
  const child = spawn(join(programs, 'psql'), ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', ...where], {
    env: { ...process.env, PGPASSWORD: password },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  child.stdin.end(script);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(output) : reject(new Error('psql failed'))));
  });
}

async function answering(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { status } = spawnSync(join(programs, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]);
    if (status === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('PostgreSQL did not start');
}

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
