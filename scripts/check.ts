import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (name: string): string => join(root, 'node_modules', '.bin', name);

interface Check {
  readonly name: string;
  readonly command: readonly string[];
}

/** What must hold before anything lands, each with the tool that says so. */
const checks: readonly Check[] = [
  { name: 'format', command: [bin('oxfmt'), '--check', '.'] },
  { name: 'types', command: [bin('tsc'), '-p', 'tsconfig.json'] },
  { name: 'pure types', command: [bin('tsc'), '-p', 'tsconfig.pure.json'] },
  { name: 'lint', command: [bin('oxlint'), '--quiet'] },
  { name: 'walls', command: [bin('vitest'), 'run', 'tests/architecture.test.ts', '--reporter=dot'] },
  { name: 'dead code', command: [bin('knip'), '--no-progress'] },
];

function run({ name, command }: Check): Promise<boolean> {
  const [program = '', ...args] = command;
  const started = performance.now();
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, { cwd: root, env: { ...process.env, npm_config_loglevel: 'error' } });
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
      if (code !== 0) console.log(output.trimEnd());
      resolve(code === 0);
    });
  });
}

const results = await Promise.all(checks.map(run));
process.exitCode = results.every((passed) => passed) ? 0 : 1;
