import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NamedFont } from './embedded-font.ts';
import { openTrueType, type TrueType } from './true-type.ts';

/** A font of some ten megabytes, read when a first character needs it: most books never need the second. */
class FontFile implements NamedFont {
  readonly name: string;
  readonly #path: string;
  #font: TrueType | null = null;

  constructor(folder: string, file: string) {
    this.name = file.replace(/\.ttf$/i, '').replaceAll(/[^A-Za-z0-9]/g, '-');
    this.#path = join(folder, file);
  }

  get font(): TrueType {
    this.#font ??= openTrueType(readFileSync(this.#path));
    return this.#font;
  }
}

function fontsIn(folder: string): NamedFont[] {
  const files = readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.ttf'));
  return files.sort().map((file) => new FontFile(folder, file));
}

/** The TrueType fonts (.ttf) of folders, in order of preference. */
export function fontFiles(folders: readonly string[]): NamedFont[] {
  const fonts = folders.flatMap(fontsIn);
  if (fonts.length === 0) {
    throw new Error(`在 ${folders.join('、')} 中没有找到 .ttf 字体，不能生成 PDF。请检查字体文件夹的设置。`);
  }
  return fonts;
}

/** Noto Serif SC, and Noto Sans SC for what it lacks and for 黑体, from their packages. */
export function defaultFontFolders(): string[] {
  const require = createRequire(import.meta.url);
  return ['noto-serif-sc', 'noto-sans-sc'].map((family) =>
    join(dirname(require.resolve(`@expo-google-fonts/${family}/package.json`)), '400Regular'),
  );
}
