import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { buildPages } from './built-pages.ts';
import type { GreyPage } from './office.ts';
import { password } from './running-server.ts';

export type Device = 'desktop' | 'tablet' | 'phone';

const devices: Readonly<Record<Device, BrowserContextOptions>> = {
  desktop: { viewport: { width: 1440, height: 900 } },
  tablet: { viewport: { width: 1280, height: 800 }, hasTouch: true },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

/** Where a picture of the page is kept when a journey fails. */
const pictures = join(tmpdir(), 'cadre-journeys');

/** A browser for the tests of a file; the pages of the program are built when they are not current. */
export function useBrowser(): () => Browser {
  let browser: Browser | null = null;
  beforeAll(async () => {
    await buildPages();
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
  }, 120_000);
  afterAll(() => browser?.close());
  return () => {
    if (!browser) throw new Error('the browser has not started');
    return browser;
  };
}

/** A page with a watch over everything that must never happen. */
export interface WatchedPage {
  readonly page: Page;
  /** What went wrong so far. */
  readonly faults: readonly string[];
  /** Fails when something was violated, logged as an error, or not answered, or when the page scrolls sideways. */
  readonly expectClean: () => Promise<void>;
  /** An answer that the journey brings about on purpose, for instance a conflict. */
  readonly allow: (status: number) => void;
}

/** Opens the program on a device, for one test. */
export async function openOn(browser: Browser, address: string, device: Device): Promise<WatchedPage> {
  const context = await browser.newContext({ ...devices[device], locale: 'zh-CN', baseURL: address });
  context.setDefaultTimeout(20_000);
  const faults: string[] = [];
  const allowed = new Set<number>();
  await context.exposeBinding('tellFault', (_source, fault: string) => void faults.push(fault));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const tell: unknown = Reflect.get(window, 'tellFault');
      if (typeof tell === 'function') tell(`policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const isAnswer = [...allowed].some((status) => message.text().includes(`status of ${status}`));
    if (message.type() === 'error' && !isAnswer) faults.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Leaving a page ends what it was still asking for.
    if (reason !== 'net::ERR_ABORTED') faults.push(`${request.url()}: ${reason}`);
  });
  page.on('response', (answer) => {
    const status = answer.status();
    if (status >= 400 && !allowed.has(status)) faults.push(`${answer.url()}: ${status}`);
  });
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(page, `${task.name} ${device}`);
    await context.close();
  });
  return {
    page,
    faults,
    allow: (status) => void allowed.add(status),
    expectClean: async () => {
      expect(faults).toEqual([]);
      const [whole, shown] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return [scrollWidth, clientWidth];
      });
      expect(whole, 'the page scrolls sideways').toBeLessThanOrEqual(shown ?? 0);
    },
  };
}

async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const path = join(pictures, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.png`);
  await page.screenshot({ path });
  process.stderr.write(`the page as it was: ${path}\n`);
}

/** Signs in by account and password. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('账号').fill(name);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: /^登\s*录$/ }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
}

/** A button by its verb: the library puts a space between two characters, and a sign before them while it waits. */
export function button(page: Page, verb: string) {
  return page.getByRole('button', { name: new RegExp(`${spaced(verb)}$`) });
}

/** Presses the button of the dialog that is open. */
export async function press(page: Page, verb: string): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${spaced(verb)}$`) })
    .click();
}

const spaced = (verb: string): string => Array.from(verb).join('\\s?');

/** Opens a list of choices and takes one. */
export async function choose(page: Page, list: Locator, option: string | RegExp): Promise<void> {
  await list.click();
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).first().click();
}

/** Looks an option up by its words in the list that has the keyboard, and takes it with Enter once it is marked. */
export async function enter(page: Page, list: Locator, words: string): Promise<void> {
  await list.fill(words);
  await page.locator('.ant-select-item-option-active').getByText(words, { exact: true }).waitFor();
  await page.keyboard.press('Enter');
}

/** A part of the page as grey values; the browser itself reads the picture. */
export async function drawnPart(page: Page, part: Locator): Promise<GreyPage> {
  const picture = (await part.screenshot()).toString('base64');
  const { width, height, grey } = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data = new Uint8ClampedArray() } = context?.getImageData(0, 0, image.width, image.height) ?? {};
    const signs = Array.from({ length: image.width * image.height }, (_, index) => {
      const [red = 255, green = 255, blue = 255] = data.subarray(index * 4, index * 4 + 3);
      return String.fromCharCode(Math.round((red + green + blue) / 3));
    });
    return { width: image.width, height: image.height, grey: signs.join('') };
  }, picture);
  return { width, height, pixels: Buffer.from(grey, 'latin1') };
}
