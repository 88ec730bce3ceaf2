import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ApprovalForm } from '#documents/formats';
import type { FormVariant } from '#documents/form';
import type { NamedFont } from './pdf/embedded-font.ts';
import { FormBook } from './pdf/form-book.ts';
import { openTrueType, type TrueType } from './pdf/true-type.ts';
import type { RenderNote } from './render-note.ts';

export interface PdfOptions {
  /** Folders with TrueType fonts (.ttf) in order of preference: a character comes from the first that has it. */
  fontFolders: readonly string[];
}

/** A PDF under way. Write the pieces one after another; the last comes from `finish`. */
export interface PdfBook {
  /** Adds a form: its two pages, and continuation sheets. */
  add(form: ApprovalForm): Uint8Array;
  finish(): Uint8Array;
  /** What the pages so far do not show. */
  readonly notes: readonly RenderNote[];
}

export interface PdfRenderer {
  /** A book of any length; it keeps nothing of a form that was added. */
  open(options: { variant: FormVariant }): PdfBook;
  /** A whole PDF at once, for one form or a few. */
  render(
    forms: readonly ApprovalForm[],
    options: { variant: FormVariant },
  ): { pdf: Uint8Array; notes: readonly RenderNote[] };
}

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

/** Reads each font once; the renderer may be used for any number of books, one after another or side by side. */
export function createPdfRenderer(options: PdfOptions): PdfRenderer {
  const fonts = options.fontFolders.flatMap(fontsIn);
  if (fonts.length === 0) {
    throw new Error(
      `在 ${options.fontFolders.join('、')} 中没有找到 .ttf 字体，不能生成 PDF。请检查字体文件夹的设置。`,
    );
  }
  return {
    open: ({ variant }) => new FormBook(fonts, variant),
    render(forms, { variant }) {
      const book = new FormBook(fonts, variant);
      const parts = forms.map((form) => book.add(form));
      parts.push(book.finish());
      return { pdf: Buffer.concat(parts), notes: book.notes };
    },
  };
}

/** Noto Serif SC, and Noto Sans SC for what it lacks, from their packages. */
export function defaultFontFolders(): string[] {
  const require = createRequire(import.meta.url);
  return ['noto-serif-sc', 'noto-sans-sc'].map((family) =>
    join(dirname(require.resolve(`@expo-google-fonts/${family}/package.json`)), '400Regular'),
  );
}
