import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';

describe('the settings', () => {
  it('are safe when nothing is said: this machine only, port 8080, ./data', () => {
    expect(readSettings([], {})).toEqual({
      host: '127.0.0.1',
      port: 8080,
      dataFolder: resolve('data'),
      empty: false,
      logsRequests: false,
    });
  });

  it('come from the environment, and from the command line before it', () => {
    const env = { PORT: '81', HOST: '0.0.0.0', CADRE_DATA: '/srv/a', CADRE_LOG: 'requests' };
    expect(readSettings([], env)).toMatchObject({
      host: '0.0.0.0',
      port: 81,
      dataFolder: '/srv/a',
      logsRequests: true,
    });
    expect(readSettings(['--data', '/srv/b', '--empty'], env)).toMatchObject({
      dataFolder: '/srv/b',
      empty: true,
    });
  });

  it.each<[string[], Record<string, string>, string]>([
    [[], { PORT: 'abc' }, 'PORT 的值“abc”不是端口号'],
    [[], { PORT: '65536' }, 'PORT 的值“65536”不是端口号'],
    [[], { PORT: '' }, 'PORT 的值“”不是端口号'],
    [[], { HOST: 'a b' }, 'HOST 的值“a b”不是网络地址'],
    [[], { CADRE_DATA: ' ' }, '数据目录不能为空'],
    [[], { CADRE_LOG: 'all' }, 'CADRE_LOG 的值“all”不能使用'],
    [['--data'], {}, '启动参数“--data”不正确'],
    [['--prot', '1'], {}, '启动参数“--prot 1”不正确'],
    [['data'], {}, '启动参数“data”不正确'],
  ])('%j %j is refused with a sentence', (args, env, message) => {
    expect(() => readSettings(args, env)).toThrow(SettingsError);
    expect(() => readSettings(args, env)).toThrow(message);
  });
});
