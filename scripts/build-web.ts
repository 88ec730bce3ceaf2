import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'dist', 'web-build');
const sources = [
  'web/**/*',
  'platform/{web,model}/**/*',
  'modules/*/{web,model}/**/*',
  'modules/*/index.ts',
  'documents/{form,formats}/**/*',
  'scripts/vite-*.ts',
  'vite.config.ts',
  'package-lock.json',
];

/** A hash of everything that goes into the pages, by which a build is seen to be current. */
function sourceHash(): string {
  const hash = createHash('sha256');
  for (const file of globSync(sources, { cwd: root, withFileTypes: true }).toSorted((a, b) =>
    path(a) < path(b) ? -1 : 1,
  )) {
    if (!file.isFile() || file.name.endsWith('.test.ts') || file.name.endsWith('.test.tsx')) continue;
    hash.update(path(file)).update(readFileSync(path(file)));
  }
  return hash.digest('hex');
}

function path(file: { parentPath: string; name: string }): string {
  return join(file.parentPath, file.name);
}

/** Builds the pages unless they are current. */
export function buildWeb(): void {
  const wanted = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('正在构建网页……\n');
  rmSync(stamp, { force: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const run = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // A test runner says `test`, with which the components give all dialogs one id.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (run.status !== 0) {
    process.stderr.write('网页构建失败，请查看上面的错误信息。\n');
    process.exit(1);
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, wanted);
}

if (import.meta.main) buildWeb();
