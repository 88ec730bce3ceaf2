import type { ApprovalForm } from '#documents/formats';
import type { FormVariant } from '#documents/form';
import { fontFiles } from './pdf/font-files.ts';
import { FormBook } from './pdf/form-book.ts';
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

/** Reads each font once; the renderer may be used for any number of books, one after another or side by side. */
export function createPdfRenderer(options: PdfOptions): PdfRenderer {
  const fonts = fontFiles(options.fontFolders);
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
