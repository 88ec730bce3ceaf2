import { chromium } from 'playwright-core';
import { measureEngine } from '../browser/measure-engine.ts';
import { measureQueryPage } from '../browser/measure-query-page.ts';
import { runCadre, runScript } from '../run-program.ts';
import { withServer } from '../running-server.ts';
import { makeSampleStore } from '../sample-store.ts';
import type { Suite } from '../suite.ts';

const name = 'measuring';

export const browserSuite: Suite = {
  about: 'the engine in a browser, and the query page from a press to the answer',
  persons: 100_000,
  async run({ persons, folder }) {
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
    try {
      const engine = await measureEngine(browser, folder, persons);
      await runScript('scripts/build-web.ts', []);
      const data = await makeSampleStore(folder, persons);
      const { answer } = await runCadre('user', 'add', name, '--role', 'clerk', '--data', data);
      const code = String(answer['code']);
      const page = await withServer(data, [process.execPath, 'server/main.ts'], (address) =>
        measureQueryPage(browser, { address, name, code }),
      );
      return [...engine, ...page];
    } finally {
      await browser.close();
    }
  },
};
