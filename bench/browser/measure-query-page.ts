import type { Browser, Page } from 'playwright-core';
import { median } from '../query/measure.ts';
import type { Figure } from '../suite.ts';

/** A running server and an account that has not been used yet. */
export interface FreshAccount {
  readonly address: string;
  readonly name: string;
  readonly code: string;
}

/** People look at an answer before they go on. */
const look = 250;
const longest = 5_000;

/** From an event of the user to the answer; those that the page still had from before are not asked for again. */
interface Press {
  readonly ms: number;
  readonly isAsked: boolean;
}

/**
 * The query page as people use it: numbers and initials typed key by key, words put in, facets clicked. Each time counts
 * from the event until the frame is drawn that shows the answer; answers that the page still had are left out.
 */
export async function measureQueryPage(browser: Browser, account: FreshAccount): Promise<Figure[]> {
  const context = await browser.newContext({
    baseURL: account.address,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
  });
  try {
    const { name, code } = account;
    const password = 'yi-lu-47-deng';
    const entered = await context.request.post('api/v1/session/first', { data: { name, code, password } });
    if (!entered.ok()) throw new Error(`the account cannot sign in: ${await entered.text()}`);
    const page = await context.newPage();
    await page.goto('query');
    await page.locator('.query-total strong').filter({ hasText: /\d/ }).waitFor({ timeout: 120_000 });
    await page.evaluate(watchPresses);
    // What everybody would find the first time they open the page is not measured.
    await typeAges(page, ['1', 'Backspace']);
    const numbers = await during(page, () => typeAges(page, ages));
    const initials = await during(page, () => typeInitials(page));
    const words = await during(page, () => putWords(page));
    await page.goto('query');
    await page.locator('.query-facet-group').first().waitFor();
    await page.evaluate(watchPresses);
    const clicks = await during(page, () => clickFacets(page));
    const groups = {
      'a digit of a number': numbers,
      'a letter of initials': initials,
      'words in texts': words,
      'a facet': clicks,
    };
    const all = Object.values(groups).flat();
    return [
      { name: 'press to painted answer, p50', ours: percentile(all, 0.5), unit: 'ms', agree: true },
      {
        name: 'press to painted answer, p95',
        ours: percentile(all, 0.95),
        unit: 'ms',
        agree: all.length >= 30,
      },
      { name: 'press to painted answer, worst', ours: Math.max(...all), unit: 'ms', agree: true },
      ...Object.entries(groups).map(([group, times]) => ({
        name: `${group}, median`,
        ours: median(times),
        unit: 'ms',
        agree: times.length > 0,
      })),
    ];
  } finally {
    await context.close();
  }
}

const keys = (first: string, ...seconds: readonly string[]): string[] => [
  first,
  ...seconds.flatMap((second) => [second, 'Backspace']),
  'Backspace',
];
const ages = [
  ...keys('3', '5', '8', '1', '3', '9'),
  ...keys('4', '5', '0', '7', '2', '8'),
  ...keys('5', '5', '1', '4', '2', '7'),
];
const letters = [...keys('w', 'j', 'l', 'x'), ...keys('z', 'h', 'm', 'j')];

async function pick(page: Page, find: string): Promise<void> {
  await page
    .getByRole('button', { name: /＋ 条件$/ })
    .first()
    .click();
  await page.getByLabel('查找条件').fill(find);
  await page.getByRole('dialog').getByRole('button', { name: find, exact: true }).first().click();
  // The new condition takes the focus once the dialog has gone.
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.waitForTimeout(look);
}

async function typeAges(page: Page, pressed: readonly string[]): Promise<void> {
  const input = page.getByLabel('年龄不高于');
  if ((await input.count()) === 0) await pick(page, '年龄');
  await input.focus();
  await pressAll(page, pressed);
}

async function typeInitials(page: Page): Promise<void> {
  await pick(page, '姓名');
  await page.getByRole('combobox', { name: '姓名的查法' }).click();
  await page.getByTitle('首字母').click();
  await page.getByPlaceholder(/^拼音首字母，如 z/).focus();
  await pressAll(page, letters);
}

async function putWords(page: Page): Promise<void> {
  await pick(page, '简历');
  const input = page.getByRole('textbox', { name: '简历', exact: true });
  for (const word of ['财政', '副局长', '办公室', '党委书记', '科员']) {
    await input.focus();
    await answered(page, () => page.keyboard.insertText(word));
    await input.press('ControlOrMeta+a');
    await answered(page, () => page.keyboard.press('Delete'));
  }
}

async function clickFacets(page: Page): Promise<void> {
  for (const facet of ['性别', '年龄', '最高学历', '是否中共党员']) {
    const group = page
      .getByRole('region', { name: facet, exact: true })
      .locator('.query-facet-group')
      .first();
    await answered(page, () => group.click());
    await answered(page, () => group.click());
  }
}

async function pressAll(page: Page, pressed: readonly string[]): Promise<void> {
  for (const key of pressed) await answered(page, () => page.keyboard.press(key));
}

/** Does something and waits until the page shows the answer; fails when it does not. */
async function answered(page: Page, press: () => Promise<void>): Promise<void> {
  const shown = await pressesOf(page);
  await press();
  await page.waitForFunction(
    (before) => (Reflect.get(window, 'presses') as unknown[]).length > before,
    shown.length,
    { timeout: longest },
  );
  await page.waitForTimeout(look);
}

async function pressesOf(page: Page): Promise<Press[]> {
  return page.evaluate(() => Reflect.get(window, 'presses') as Press[]);
}

/** The times of those presses whose answer came from the server. */
async function during(page: Page, work: () => Promise<void>): Promise<number[]> {
  const before = await pressesOf(page);
  await work();
  const presses = (await pressesOf(page)).slice(before.length);
  return presses.filter(({ isAsked }) => isAsked).map(({ ms }) => ms);
}

/** In the page: takes the time from an event of the user until the frame with the answer is drawn. */
function watchPresses(): void {
  const presses: Press[] = [];
  performance.setResourceTimingBufferSize(10_000);
  const asked = (): number =>
    performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/api/v1/query')).length;
  let before = asked();
  Reflect.set(window, 'presses', presses);
  let pressed: number | null = null;
  let byKey = false;
  const press = ({ type, timeStamp }: Event): void => {
    // A key brings its text a moment later; words that are put in have no key of their own.
    if (type === 'beforeinput' && byKey && pressed !== null) return;
    pressed = timeStamp;
    byKey = type === 'keydown';
  };
  for (const kind of ['keydown', 'click', 'beforeinput']) addEventListener(kind, press, true);
  // The question in words comes with its answer, and tells it from the one before when as many people fit.
  const answer = (): string =>
    ['.query-total strong', '.query-sentence p']
      .map((part) => document.querySelector(part)?.textContent ?? '')
      .join(' ');
  let shown = answer();
  new MutationObserver(() => {
    const now = answer();
    if (now === shown) return;
    shown = now;
    const since = pressed;
    const isAsked = asked() > before;
    before = asked();
    pressed = null;
    if (since === null) return;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => presses.push({ ms: performance.now() - since, isAsked }));
      port1.start();
      port2.postMessage(null);
    });
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** The time that a share of all times is not above. */
function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
