import { checkAll, type CheckLine } from '#modules/checks/server';
import { createQueryTables } from '#modules/query/server';
import { dataFolder, operator, readArguments, requireDatabase, withStore, type Command } from '../command.ts';
import { UsageError } from '../usage.ts';

const levels = { error: '错误', warning: '警告', hint: '提示' } as const;

/** `check`: everything that the rules find; the exit code is 1 when a rule of the level 错误 is broken. */
export const checkCommand: Command = {
  async run(args) {
    const { values, positionals } = readArguments(args, {
      rule: { type: 'string' },
      unit: { type: 'string' },
      'as-of': { type: 'string' },
    });
    if (positionals.length > 0) throw new UsageError(`多出了“${positionals.join(' ')}”。`);
    const folder = dataFolder(values.data);
    requireDatabase(folder);
    const found: Record<CheckLine['level'], number> = { error: 0, warning: 0, hint: 0 };
    const asked = { rule: values.rule, unit: values.unit, asOf: values['as-of'] };
    await withStore(folder, async (store) => {
      const tables = createQueryTables(store, folder);
      for await (const line of checkAll(store, tables, operator, asked)) {
        found[line.level] += 1;
        console.log(
          values.json ? JSON.stringify(line) : `${levels[line.level]} ${line.name}：${line.message}`,
        );
      }
    });
    if (!values.json)
      console.log(`错误 ${found.error} 处，警告 ${found.warning} 处，提示 ${found.hint} 处。`);
    return found.error > 0 ? 1 : 0;
  },
};
