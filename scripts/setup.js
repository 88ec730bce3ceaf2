// Sets the checkout up: dependencies by the lock file and the link to the Node that comes along.
// Runs on the outer Node (20 or newer) as a `pre…` script, so it is plain JavaScript without packages.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.cadre-setup');

/** What the installed packages depend on: the lock file and the platform. */
function wantedStamp() {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(root, 'package-lock.json')));
  hash.update(`${process.platform}-${process.arch}`);
  return hash.digest('hex');
}

function installed() {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
}

/** npm must not run on the Node inside node_modules, which it is about to replace. */
function outerPath() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes(join('node_modules', '.bin')))
    .join(delimiter);
}

function install() {
  process.stderr.write('正在安装依赖，首次运行约需一分钟……\n');
  rmSync(stamp, { force: true });
  const npm = process.env.npm_execpath;
  const command = npm ? (process.env.npm_node_execpath ?? process.execPath) : 'npm';
  const args = [...(npm ? [npm] : []), 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const run = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, PATH: outerPath() },
    shell: !npm && process.platform === 'win32',
  });
  if (run.status !== 0) {
    process.stderr.write('依赖安装失败：请检查 npm 能否连接软件源，然后重新运行。\n');
    process.exit(1);
  }
}

/** npm 10 leaves no node_modules/.bin/node when several packages offer one. */
function linkNode() {
  const bin = join(modules, '.bin');
  const name = process.platform === 'win32' ? 'win' : process.platform;
  const packaged = join(
    modules,
    `node-${name}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (!existsSync(packaged)) return;
  mkdirSync(bin, { recursive: true });
  if (process.platform === 'win32') {
    const command = join(bin, 'node.cmd');
    if (!existsSync(command)) writeFileSync(command, `@"${packaged}" %*\r\n`);
  } else if (!existsSync(join(bin, 'node'))) {
    symlinkSync(join('..', `node-${name}-${process.arch}`, 'bin', 'node'), join(bin, 'node'));
  }
}

/** Somebody ran `npm ci` by hand since the lock file last changed: then everything is there already. */
function installedByHand() {
  const record = join(modules, '.package-lock.json');
  if (existsSync(stamp) || !existsSync(record)) return false;
  return statSync(record).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

const wanted = wantedStamp();
if (installed() !== wanted) {
  if (!installedByHand()) install();
  writeFileSync(stamp, wanted);
}
linkNode();
