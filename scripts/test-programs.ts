import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A program that the tests use, and Debian's packages that bring it. */
interface TestProgram {
  readonly path: string;
  readonly packages: readonly string[];
  readonly purpose: string;
}

const programs: readonly TestProgram[] = [
  {
    path: '/usr/bin/chromium',
    packages: ['chromium', 'fonts-noto-cjk', 'fonts-noto-cjk-extra'],
    purpose: '浏览器测试',
  },
  { path: '/usr/bin/soffice', packages: ['libreoffice-writer', 'fonts-noto-cjk'], purpose: 'Word 文件测试' },
  { path: '/usr/bin/localc', packages: ['libreoffice-calc', 'fonts-noto-cjk'], purpose: 'Excel 文件测试' },
  { path: '/usr/bin/pdftoppm', packages: ['poppler-utils'], purpose: 'PDF 测试' },
];

/**
 * Installs Debian's programs for the tests where they are missing and we may; otherwise says what to install and ends,
 * because a test that is silently left out proves nothing.
 */
export function ensureTestPrograms(): void {
  const missing = programs.filter(({ path }) => !existsSync(path));
  if (missing.length === 0) return;
  const packages = [...new Set(missing.flatMap((program) => program.packages))];
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    process.stderr.write(`正在安装测试所需的程序：${packages.join(' ')}……\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (args: readonly string[]) =>
      spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 2], env });
    apt(['update']);
    apt(['install', '-y', '--no-install-recommends', ...packages]);
  }
  const still = programs.filter(({ path }) => !existsSync(path));
  if (still.length === 0) return;
  process.stderr.write(
    `缺少${still.map(({ purpose }) => purpose).join('、')}所需的程序，请先安装：sudo apt-get install -y --no-install-recommends ${packages.join(' ')}\n`,
  );
  process.exit(2);
}
