import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import type { Figure } from '../suite.ts';
import type { AskedHere } from './asked-here.ts';
import type { BenchWindow } from './page.ts';
import { withServedFolder } from './serve-folder.ts';

const slowness = 4;
const bar = 16;

/**
 * The engine in a browser: in a worker at full speed, and with the CPU slowed. Chromium slows the thread of a page but
 * refuses to slow that of a worker, so what is slowed is the same code in the page's own thread.
 */
export async function measureEngine(browser: Browser, folder: string, persons: number): Promise<Figure[]> {
  const outDir = join(folder, 'page');
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
    worker: { format: 'es' },
  });
  return withServedFolder(outDir, async (address) => {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.goto(address);
    await page.waitForFunction(() => 'bench' in window);
    const inWorker = await askAll(page, persons, true);
    const spins = [await spin(page)];
    const client = await page.context().newCDPSession(page);
    const slowed = await askAll(page, persons, false, async () => {
      spins.push(await spin(page));
      await client.send('Emulation.setCPUThrottlingRate', { rate: slowness });
      spins.push(await spin(page));
    });
    await page.close();
    const [, before = 0, after = 0] = spins;
    console.error(`the page was slowed ${(after / before).toFixed(2)} ×`);
    return slowed.results.flatMap((asked, index) => {
      const other = inWorker.results[index];
      const isSimd = slowed.kernel === 'simd' && inWorker.kernel === 'simd';
      const agree = isSimd && asked.stable && other?.stable === true && asked.count === other.count;
      if (asked.ms > bar) console.error(`${asked.name}: above ${bar} ms`);
      return [
        { name: `${asked.name} slowed 4 ×`, ours: asked.ms, unit: 'ms', agree },
        { name: `${asked.name} slowed 4 ×, worst`, ours: asked.worst, unit: 'ms', agree },
        { name: `${asked.name} slowed 4 ×, first`, ours: asked.first, unit: 'ms', agree },
        { name: `${asked.name} in a worker`, ours: other?.ms ?? 0, unit: 'ms', agree },
        { name: `${asked.name} in a worker, worst`, ours: other?.worst ?? 0, unit: 'ms', agree },
      ];
    });
  });
}

interface Asked {
  readonly kernel: string;
  readonly results: readonly AskedHere[];
}

async function askAll(
  page: Page,
  persons: number,
  inWorker: boolean,
  whenBuilt?: () => Promise<void>,
): Promise<Asked> {
  const call = <T>(verb: keyof BenchWindow['here'], input: string | number): Promise<T> =>
    page.evaluate(
      async ([name, given, away]) => {
        const { here, inWorker: elsewhere } = Reflect.get(window, 'bench') as BenchWindow;
        const verbs: { readonly [Verb in keyof typeof here]: (input: never) => unknown } = here;
        return (away ? elsewhere(name, given) : verbs[name](given as never)) as Promise<T>;
      },
      [verb, input, inWorker] as const,
    );
  const kernel = await call<string>('build', persons);
  await whenBuilt?.();
  const results: AskedHere[] = [];
  for (const name of await call<string[]>('names', 0)) results.push(await call<AskedHere>('ask', name));
  return { kernel, results };
}

/** The quickest of some turns: whatever else the machine does can only make them longer. */
async function spin(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { here } = Reflect.get(window, 'bench') as BenchWindow;
    return Math.min(...Array.from({ length: 8 }, () => here.spin()));
  });
}
