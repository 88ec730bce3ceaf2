import { existsSync } from 'node:fs';
import { join } from 'node:path';
import packageFile from '../package.json' with { type: 'json' };
import {
  buildServer,
  closeOnSignal,
  databaseExists,
  errorPlace,
  sweepDrafts,
  type Server,
  type Store,
} from '#platform/server';
import { authenticate } from '#modules/identity/server';
import { prepareFirstStart } from './first-start.ts';
import { listen, requireFreePort } from './listen.ts';
import { createModules } from './modules.ts';
import { openStore } from './open-store.ts';
import { taskRunner } from './run-task.ts';
import { readSettings, SettingsError, type Settings } from './settings.ts';

const webFolder = join(import.meta.dirname, '..', 'dist', 'web');
const sweepEvery = 10 * 60_000;
/** Also how long changes of other processes wait at most to be read when nobody asks. */
const maintainEvery = 5_000;

/** The program cannot run as it was started: the settings or the machine must change. */
const cannotRun = 2;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A line about a mistake of the program: where it happened, nothing of what it was working on. */
function report(error: unknown): void {
  say(JSON.stringify({ at: new Date().toISOString(), error: errorPlace(error) }));
}

async function open({ dataFolder }: Settings): Promise<Store> {
  try {
    return await openStore(dataFolder);
  } catch (error) {
    throw new SettingsError(
      `数据目录 ${dataFolder} 无法使用（${errorPlace(error).split('\n', 1)[0]}）：请检查目录是否可写、磁盘是否有空间，以及数据是否由更新的版本建立。`,
    );
  }
}

async function start(): Promise<void> {
  const running: { server?: Server; store?: Store } = {};
  closeOnSignal(async () => {
    await running.server?.close();
    await running.store?.db.destroy();
  });
  const settings = readSettings(process.argv.slice(2), process.env);
  await requireFreePort(settings);
  const newDatabase = !databaseExists(settings.dataFolder);
  const store = await open(settings);
  const runTask = taskRunner(settings.dataFolder);
  await prepareFirstStart(store, runTask, { ...settings, newDatabase });
  const modules = createModules(store, runTask, settings.dataFolder, report);
  await modules.recover();
  const hasPages = existsSync(join(webFolder, 'index.html'));
  const server = await buildServer({
    routes: modules.routes,
    authenticate: authenticate(store.db),
    version: packageFile.version,
    log: (entry) => {
      if (settings.logsRequests || entry.status >= 500 || entry.error !== undefined)
        say(JSON.stringify(entry));
    },
    ...(hasPages ? { webFolder } : {}),
  });
  Object.assign(running, { server, store });
  const address = await listen(server, settings);
  if (!hasPages) say('没有找到已构建的网页，目前只提供接口。请用 npm start 启动。');
  say(`干部管理系统已启动：${address}（按 Ctrl+C 停止）`);
  const sweep = () => void Promise.all([sweepDrafts(store), modules.sweep()]).catch(report);
  sweep();
  setInterval(sweep, sweepEvery).unref();
  const maintain = () => void modules.maintain().catch(report);
  maintain();
  setInterval(maintain, maintainEvery).unref();
}

// Work that nobody waits for must not take the server down with it, nor print what it was working on.
process.on('unhandledRejection', report);

try {
  await start();
} catch (error) {
  process.stderr.write(
    `${error instanceof SettingsError ? error.message : `启动失败：${errorPlace(error)}`}\n`,
  );
  process.exit(error instanceof SettingsError ? cannotRun : 1);
}
