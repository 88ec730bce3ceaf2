import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** How the server is to run. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Absolute. */
  readonly dataFolder: string;
  /** Start without the sample district. */
  readonly empty: boolean;
  /** Write a line for every request, not only for failed ones. */
  readonly logsRequests: boolean;
}

/** Settings that cannot be used; the message is a Chinese sentence for the terminal. */
export class SettingsError extends Error {}

const usage = '可用的参数：--data 目录（数据目录）、--empty（不生成示例数据）。';

/** Reads the settings from the command line and the environment; refuses with a `SettingsError`. */
export function readSettings(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Settings {
  const given = parse(args);
  const dataFolder = given.data ?? env['CADRE_DATA'] ?? './data';
  if (dataFolder.trim() === '')
    throw new SettingsError('数据目录不能为空：请检查 --data 或环境变量 CADRE_DATA。');
  return {
    host: hostOf(env['HOST']),
    port: portOf(env['PORT']),
    dataFolder: resolve(dataFolder),
    empty: given.empty ?? false,
    logsRequests: logOf(env['CADRE_LOG']),
  };
}

function parse(args: readonly string[]): { data?: string | undefined; empty?: boolean | undefined } {
  try {
    return parseArgs({ args: [...args], options: { data: { type: 'string' }, empty: { type: 'boolean' } } })
      .values;
  } catch {
    throw new SettingsError(`启动参数“${args.join(' ')}”不正确。${usage}`);
  }
}

function portOf(text = '8080'): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) {
    throw new SettingsError(
      `环境变量 PORT 的值“${text}”不是端口号：请改为 0 到 65535 之间的整数，或去掉这个变量（使用 8080）。`,
    );
  }
  return port;
}

function hostOf(text = '127.0.0.1'): string {
  if (!/^[\w.:-]+$/.test(text)) {
    throw new SettingsError(
      `环境变量 HOST 的值“${text}”不是网络地址：只在本机使用请去掉这个变量，供其他电脑访问请改为 0.0.0.0。`,
    );
  }
  return text;
}

function logOf(text = 'errors'): boolean {
  if (text !== 'errors' && text !== 'requests') {
    throw new SettingsError(
      `环境变量 CADRE_LOG 的值“${text}”不能使用：请改为 errors（只记录出错的请求）或 requests（记录全部）。`,
    );
  }
  return text === 'requests';
}
