import { importForms } from '#modules/exchange/server';
import { importSheet, isSheetFile } from '#modules/sheets/server';
import { commandTools } from '../progress-bar.ts';
import { dataFolder, operator, readArguments, requirePaths, withStore, type Command } from '../command.ts';
import { UsageError } from '../usage.ts';

export const importCommand: Command = {
  async run(args) {
    const { values, positionals } = readArguments(args, {
      unit: { type: 'string' },
      'on-ambiguous': { type: 'string' },
      set: { type: 'string' },
      'accept-good': { type: 'boolean' },
      'keep-unknown': { type: 'boolean' },
      clear: { type: 'string' },
      'on-other-date': { type: 'string' },
    });
    requirePaths(positionals);
    const sheets = positionals.filter(isSheetFile);
    if (values.set === undefined && sheets.length > 0 && sheets.length === positionals.length)
      throw new UsageError('导入数据表要用 --set 指定信息集，例如 --set A08。');
    if (values.set !== undefined) return importOneSheet(positionals, { ...values, set: values.set });
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

interface SheetValues {
  readonly set: string;
  readonly data?: string | undefined;
  readonly json?: boolean | undefined;
  readonly 'accept-good'?: boolean | undefined;
  readonly 'keep-unknown'?: boolean | undefined;
  readonly clear?: string | undefined;
  readonly 'on-other-date'?: string | undefined;
}

/** Reads a sheet into one set; every wrong cell is listed. */
async function importOneSheet(paths: readonly string[], values: SheetValues): Promise<number> {
  const [path = '', more] = paths;
  if (more !== undefined) throw new UsageError('用 --set 时每次导入一个 .xlsx 或 .csv 文件。');
  const otherDate = values['on-other-date'] ?? null;
  if (otherDate !== null && otherDate !== 'add' && otherDate !== 'update')
    throw new UsageError('--on-other-date 只能是 add（新增一条）或 update（修改原记录）。');
  const tools = commandTools('导入');
  const result = await withStore(dataFolder(values.data), (store) =>
    importSheet(
      store,
      operator,
      {
        path,
        set: values.set,
        acceptGood: values['accept-good'] ?? false,
        keepUnknown: values['keep-unknown'] ?? false,
        clearMark: values.clear ?? '',
        otherDate,
      },
      tools,
    ),
  ).finally(() => tools.end());
  const { change, ...report } = result;
  if (values.json) {
    console.log(JSON.stringify(report));
  } else {
    for (const { row, column, heading, value, reason } of report.errors)
      console.log(`第 ${row} 行 ${column} 列（${heading}）“${value}”：${reason}`);
    const written = change === null ? '没有写入任何内容。' : '已写入。';
    console.log(
      `共 ${report.rows} 行：新增 ${report.created}，修改 ${report.updated}，无变化 ${report.unchanged}，有误 ${report.refused}。${written}`,
    );
  }
  return report.refused > 0 ? 1 : 0;
}
