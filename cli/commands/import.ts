import { importForms } from '#modules/exchange/server';
import { commandTools } from '../progress-bar.ts';
import { dataFolder, operator, readArguments, requirePaths, withStore, type Command } from '../command.ts';
import { UsageError } from '../usage.ts';

export const importCommand: Command = {
  async run(args) {
    const { values, positionals } = readArguments(args, {
      unit: { type: 'string' },
      'on-ambiguous': { type: 'string' },
    });
    requirePaths(positionals);
    const onAmbiguous = values['on-ambiguous'];
    if (onAmbiguous !== undefined && onAmbiguous !== 'create') {
      throw new UsageError('--on-ambiguous 只能是 create（按新增处理）。');
    }
    const tools = commandTools('导入');
    const result = await withStore(dataFolder(values.data), (store) =>
      importForms(
        store,
        operator,
        {
          paths: positionals,
          placement: values.unit === undefined ? 'suggested' : { unit: values.unit },
          onAmbiguous: onAmbiguous === 'create' ? 'create' : 'refuse',
        },
        tools,
      ),
    ).finally(() => tools.end());
    const { change: _change, ...report } = result;
    if (values.json) {
      console.log(JSON.stringify(report));
    } else {
      for (const { file, level, message } of report.problems) {
        console.log(`${level === 'error' ? '拒收' : '提醒'}  ${file}：${message}`);
      }
      console.log(
        `共 ${report.forms} 份：新增 ${report.created}，更新 ${report.updated}，无变化 ${report.unchanged}，拒收 ${report.refused}；跳过其他文件 ${report.skipped} 个，提醒 ${report.warnings} 条。`,
      );
    }
    return report.refused > 0 ? 1 : 0;
  },
};
