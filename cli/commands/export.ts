import { readFileSync } from 'node:fs';
import { exportByCommand, type CommandExport } from '#modules/exchange/server';
import { commandTools } from '../progress-bar.ts';
import { dataFolder, readArguments, requireDatabase, withStore, type Command } from '../command.ts';
import { CannotRun, UsageError } from '../usage.ts';

const formats = ['lrmx', 'lrm', 'docx', 'pdf', 'jsonl', 'csv'] as const;
const variants = ['A4', 'B5', 'archive'] as const;

export const exportCommand: Command = {
  async run(args) {
    const { values } = readArguments(args, {
      format: { type: 'string' },
      out: { type: 'string' },
      ids: { type: 'string' },
      set: { type: 'string' },
      subject: { type: 'string', default: 'cadres' },
      variant: { type: 'string', default: 'A4' },
    });
    const format = formats.find((known) => known === values.format);
    if (!format) throw new UsageError(`--format 应为 ${formats.join('、')} 之一。`);
    const variant = variants.find((known) => known === values.variant);
    if (!variant) throw new UsageError(`--variant 应为 ${variants.join('、')} 之一。`);
    if (values.out === undefined) throw new UsageError('请用 --out 指定输出位置。');
    if (values.subject !== 'cadres' && values.subject !== 'units') {
      throw new UsageError('--subject 应为 cadres 或 units。');
    }
    const folder = dataFolder(values.data);
    requireDatabase(folder);
    const wanted: CommandExport = {
      format,
      variant,
      out: values.out,
      set: values.set ?? (values.subject === 'units' ? 'B01' : 'A01'),
      subject: values.subject === 'units' ? 'unit' : 'person',
      ids: values.ids === undefined ? null : idsOf(values.ids),
    };
    const tools = commandTools('导出');
    const { notes, ...report } = await withStore(folder, (store) =>
      exportByCommand(store, wanted, tools),
    ).finally(() => tools.end());
    for (const note of notes) console.error(`提醒  ${note}`);
    console.log(
      values.json
        ? JSON.stringify(report)
        : `已导出 ${report.people} ${wanted.subject === 'unit' ? '个机构' : '人'}，共 ${report.files} 个文件。`,
    );
    return 0;
  },
};

/** `id,id…`, or `@file` with one id a line or between commas. */
function idsOf(text: string): string[] {
  let list = text;
  if (text.startsWith('@')) {
    try {
      list = readFileSync(text.slice(1), 'utf8');
    } catch (error) {
      throw new CannotRun(`标识文件“${text.slice(1)}”无法读取。`, { cause: error });
    }
  }
  return list.split(/[\s,]+/).filter((id) => id !== '');
}
