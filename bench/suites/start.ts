import { runScript } from '../run-program.ts';
import { startServer } from '../running-server.ts';
import { makeSampleStore } from '../sample-store.ts';
import type { Suite } from '../suite.ts';

const idle = 3_000;

export const startSuite: Suite = {
  about: 'a warm start of the server to its first page',
  persons: 2_600,
  async run({ persons, folder }) {
    const data = await makeSampleStore(folder, persons);
    await runScript('scripts/build-web.ts', []);
    const server = [process.execPath, 'server/main.ts'] as const;
    // The first start fills the caches of the system and of compiled code.
    await startServer(data, server, 0);
    const start = await startServer(data, server, idle);
    const byNpm = await startServer(data, ['npm', 'start'], 0);
    return [
      { name: 'server to first page', ours: start.seconds, unit: 's', agree: start.answered },
      { name: 'npm start to first page', ours: byNpm.seconds, unit: 's', agree: byNpm.answered },
      { name: 'idle memory', ours: start.idleMemory, unit: 'MB', agree: start.answered },
    ];
  },
};
