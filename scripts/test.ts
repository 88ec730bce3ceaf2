import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWeb } from './build-web.ts';
import { ensureTestPrograms } from './test-programs.ts';

const root = join(import.meta.dirname, '..');

// Everything that `npm test` needs, then the tests; further arguments go to the test runner.
ensureTestPrograms();
buildWeb();
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const run = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = run.status ?? 1;
