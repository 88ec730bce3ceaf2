import { CadreError } from '#platform/model';
import { commands } from './commands/all.ts';
import { UsageError } from './usage.ts';

const [name = 'help', ...args] = process.argv.slice(2);

/** Exit codes: 0 all went well, 1 something was refused or a check failed, 2 it could not run. */
async function run(): Promise<number> {
  const command = commands[name];
  if (!command) {
    throw new UsageError(name === 'help' ? '' : `没有“${name}”这个命令。`);
  }
  return command.run(args);
}

try {
  process.exitCode = await run();
} catch (error) {
  if (error instanceof UsageError) {
    const list = Object.entries(commands).map(([command, { usage }]) => `  ${command} ${usage}`);
    console.error(
      [error.message, '用法：npm run -s cadre -- <命令>', ...list].filter((line) => line !== '').join('\n'),
    );
    process.exitCode = name === 'help' ? 0 : 2;
  } else if (error instanceof CadreError) {
    console.error(error.message);
    process.exitCode = 2;
  } else {
    console.error(`程序出错，操作未完成：${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}
