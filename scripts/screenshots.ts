import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

// The pictures of the README and the guide, taken from a sample district that is made for them and thrown away.
const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs', 'images');
const browserPath = '/usr/bin/chromium';

interface RunningServer {
  readonly process: ChildProcess;
  readonly address: string;
  /** Account and password of the sample's clerk, as the terminal shows them. */
  readonly clerk: readonly [name: string, password: string];
}

/** Starts the server on a free port and waits until it says its address. */
async function startServer(dataFolder: string): Promise<RunningServer> {
  const server = spawn(process.execPath, [join(root, 'server', 'main.ts')], {
    env: { ...process.env, PORT: '0', CADRE_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((ready, fail) => {
    let said = '';
    server.once('exit', () => fail(new Error(`the server ended before it was ready:\n${said}`)));
    server.stdout.on('data', (chunk) => {
      said += String(chunk);
      const address = /已启动：(\S+?)（/.exec(said)?.[1];
      const [, name, password] = /干部科工作人员\s+账号 (\S+)\s+密码 (\S+)/.exec(said) ?? [];
      if (address === undefined || name === undefined || password === undefined) return;
      ready({ process: server, address, clerk: [name, password] });
    });
  });
}

async function signIn(page: Page, { address, clerk: [name, password] }: RunningServer): Promise<void> {
  await page.goto(new URL('/login', address).href);
  await page.getByLabel('账号').fill(name);
  await page.locator('#login-password').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('list', { name: '主要数字' }).waitFor();
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  // Parts of a page are loaded one after the other.
  await page.waitForFunction("!document.body.innerText.includes('正在载入')");
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  console.log(`docs/images/${name}.png`);
}

/** Women up to 40 who lead at the lower section level, and three of them beside each other. */
async function takeQuestion(page: Page, address: string): Promise<void> {
  const of = [
    { op: 'in', field: 'A01.sexCode', values: ['2'] },
    { op: 'between', field: 'age', to: 40 },
    { op: 'in', field: 'postLevel', values: ['1A42'] },
  ];
  const question = { where: { op: 'all', of } };
  const fragment = Buffer.from(JSON.stringify({ question })).toString('base64url');
  await page.goto(new URL(`/query#q=${fragment}`, address).href);
  await page.getByRole('region', { name: '最高学历' }).waitFor();
  await take(page, 'query');

  const people = page.getByRole('grid', { name: '查询结果' }).getByRole('checkbox');
  for (const place of [2, 4, 5]) await people.nth(place).check();
  await page.getByRole('button', { name: '比较' }).click();
  await page.getByRole('heading', { name: '任职经历' }).waitFor();
  await take(page, 'compare');
}

async function takeStatistics(page: Page, address: string): Promise<void> {
  await page.goto(new URL('/statistics', address).href);
  await page.getByRole('button', { name: '年龄与职务层次' }).click();
  await page.getByRole('region', { name: '年龄与职务层次' }).waitFor();
  await take(page, 'statistics');

  await page.getByRole('link', { name: '班子', exact: true }).click();
  await page.getByRole('combobox', { name: '班子' }).fill('区委组织部');
  await page.getByRole('option').first().waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('article', { name: '中共样板区委组织部' }).waitFor();
  await take(page, 'team');
}

async function takeAll(page: Page, address: string): Promise<void> {
  await take(page, 'home');

  await page.goto(new URL('/cadres', address).href);
  await page.getByRole('treeitem', { name: '区委及区委部门' }).click();
  await page.getByRole('heading', { name: '区委及区委部门' }).waitFor();
  await take(page, 'cadre-list');

  await page.getByRole('grid', { name: '干部名单' }).getByRole('link').first().click();
  await page.getByRole('group', { name: '干部任免审批表第一页' }).waitFor();
  await page.getByText('校核问题').waitFor();
  await page.locator('.record-form').first().waitFor();
  await take(page, 'cadre-form');

  await takeQuestion(page, address);
  await takeStatistics(page, address);

  await page.goto(new URL('/rosters', address).href);
  await page.getByRole('link', { name: '干部名册', exact: true }).click();
  await page.getByRole('region', { name: '预览' }).getByRole('table').waitFor();
  await take(page, 'roster');

  await page.goto(new URL('/import', address).href);
  const forms = join(root, 'fixtures', 'forms');
  await page.getByLabel('选择文件夹').setInputFiles(forms);
  await page.getByRole('heading', { name: '导入预览' }).waitFor();
  await page.getByRole('option').first().click();
  await page.getByRole('article').waitFor();
  await take(page, 'import-preview');

  await page.goto(new URL('/export', address).href);
  await page.getByRole('button', { name: '开始导出' }).waitFor();
  await take(page, 'export');
}

if (!existsSync(browserPath)) {
  console.error(
    `没有找到 ${browserPath}，请先安装：sudo apt-get install -y --no-install-recommends chromium fonts-noto-cjk`,
  );
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const dataFolder = mkdtempSync(join(tmpdir(), 'cadre-screenshots-'));
try {
  const server = await startServer(dataFolder);
  const ended = once(server.process, 'exit');
  try {
    await using browser = await chromium.launch({ executablePath: browserPath });
    const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
    await signIn(page, server);
    await takeAll(page, server.address);
  } finally {
    server.process.kill();
    await ended;
  }
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
