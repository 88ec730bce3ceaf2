import { CadreError } from '#platform/model';
import { commands } from './commands/all.ts';
import { CannotRun, UsageError } from './usage.ts';

const [name = 'help', ...args] = process.argv.slice(2);

/** Exit codes: 0 all went well, 1 something was refused or a check failed, 2 it could not run. */
async function run(): Promise<number> {
  const command = commands[name];
  if (!command) {
    throw new UsageError(name === 'help' ? '' : `没有“${name}”这个命令。`);
  }
  return (await command.load()).run(args);
}

/** What kept a command from running, with a code that a program can use. */
function refusal(error: unknown): { code: string; message: string } {
  if (error instanceof CadreError) return { code: error.code, message: error.message };
  if (error instanceof UsageError) return { code: 'usage', message: error.message };
  if (error instanceof CannotRun) return { code: 'cannot-run', message: error.message };
  return {
    code: 'internal',
    message: `程序出错，操作未完成：${error instanceof Error ? error.message : String(error)}`,
  };
}

function usage(): string {
  const list = Object.entries(commands).map(([command, each]) => `  ${command} ${each.usage}`);
  return ['用法：npm run -s cadre -- <命令>', ...list].join('\n');
}

try {
  process.exitCode = await run();
} catch (error) {
  const told = refusal(error);
  if (args.includes('--json')) console.log(JSON.stringify({ error: told }));
  if (told.message !== '') console.error(told.message);
  if (error instanceof UsageError) console.error(usage());
  process.exitCode = name === 'help' ? 0 : 2;
}
