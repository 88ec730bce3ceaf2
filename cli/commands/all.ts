import type { Command } from '../command.ts';

/** A command as the usage tells it; its code is read when it is called, which is a third of the time of a short one. */
export interface ListedCommand {
  readonly usage: string;
  readonly load: () => Promise<Command>;
}

/** Every command by its name. */
export const commands: Readonly<Record<string, ListedCommand>> = {
  import: {
    usage:
      '路径… [--unit 机构标识] [--on-ambiguous create] [--json]；数据表：文件.xlsx --set A08 [--accept-good] [--keep-unknown] [--clear 清空标记]',
    load: async () => (await import('./import.ts')).importCommand,
  },
  export: {
    usage:
      '--format lrmx|lrm|docx|pdf|jsonl|csv --out 路径 [--ids 标识,…|@文件] [--set A02] [--subject units] [--variant A4|B5|archive] [--json]',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  sample: {
    usage: '[--persons 2600] [--seed 1] [--json]',
    load: async () => (await import('./sample.ts')).sampleCommand,
  },
  verify: {
    usage: '[--json]',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  query: {
    usage: "'条件'|@文件 [--as-of 2020-06-30] [--json]",
    load: async () => (await import('./query.ts')).queryCommand,
  },
  stats: {
    usage:
      '--rows 统计项 [--columns 统计项] [--where 条件|@文件] [--average-age] [--as-of 2020-06-30] [--json]',
    load: async () => (await import('./stats.ts')).statsCommand,
  },
  quotas: {
    usage: '[--as-of 2026-06-30] [--unit 机构标识] [--json]',
    load: async () => (await import('./quotas.ts')).quotasCommand,
  },
  check: {
    usage: '[--as-of 2026-06-30] [--rule 规则] [--unit 机构标识] [--json]',
    load: async () => (await import('./check.ts')).checkCommand,
  },
  user: {
    usage: 'add 账号 --role clerk|leader|reader|administrator [--display-name 姓名] [--json]',
    load: async () => (await import('./user.ts')).userCommand,
  },
};
