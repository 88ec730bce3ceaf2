import { trimPicture, type ApprovalForm } from '#documents/formats';
import type { Box, FormPage, FormVariant, PlacedText } from '#documents/form';
import { layoutForm, pointsPerMm } from '#documents/form';
import type { RenderNote } from '../render-note.ts';
import { overflowNotes } from '../render-note.ts';
import { fitPicture } from '../fit-picture.ts';
import { EmbeddedFont, type NamedFont } from './embedded-font.ts';
import { FontSet } from './font-set.ts';
import { pdfImage } from './image.ts';
import type { ObjectNumber } from './object-writer.ts';
import { ObjectWriter } from './object-writer.ts';
import { PageTree } from './page-tree.ts';
import type { TextState } from './text-run.ts';
import { drawText } from './text-run.ts';

const points = (mm: number): string => String(Math.round(mm * pointsPerMm * 1000) / 1000);
/** How much of a text's width lies left of its anchor. */
const anchorShare = { start: 0, middle: 0.5, end: 1 };

/** One PDF of any number of forms: bytes come out as forms go in, and nothing is kept but fonts and places. */
export class FormBook {
  readonly notes: RenderNote[] = [];
  private readonly writer = new ObjectWriter();
  private readonly fonts: FontSet;
  private readonly variant: FormVariant;
  private readonly pages = new PageTree(this.writer);
  /** Rules and labels, drawn once for all pages that have the same. */
  private readonly backgrounds = new Map<string, ObjectNumber>();
  private count = 0;

  constructor(fonts: readonly NamedFont[], variant: FormVariant) {
    this.fonts = new FontSet(fonts.map((font) => new EmbeddedFont(font)));
    this.variant = variant;
  }

  /** Adds the pages of one form and gives the next bytes of the file. */
  add(form: ApprovalForm): Uint8Array {
    const number = this.count;
    this.count += 1;
    const layout = layoutForm(form, { variant: this.variant });
    this.notes.push(...overflowNotes(number, layout));
    const missing = new Set<string>();
    for (const page of layout.pages) this.addPage(page, form, number, missing);
    if (missing.size > 0) {
      this.notes.push({ form: number, kind: 'missingCharacter', text: [...missing].join('') });
    }
    return this.writer.take();
  }

  /** Writes what all pages share and the end of the file. */
  finish(): Uint8Array {
    this.pages.end(this.fonts.fonts);
    return this.writer.take();
  }

  private addPage(page: FormPage, form: ApprovalForm, number: number, missing: Set<string>): void {
    const { writer } = this;
    const media = `${points(page.sheet.width)} ${points(page.sheet.height)}`;
    const background = this.background(page, media, missing);
    const values = page.texts.filter((text) => text.role === 'value' || text.role === 'note');
    const photo = page.photo && form.photo ? this.addPhoto(page, page.photo, form.photo, number) : null;
    const source = `/B Do\n${photo?.draw ?? ''}${this.draw(page, values, missing)}`;
    const content = writer.compressed('', source);
    const image = photo ? `/P ${photo.number} 0 R` : '';
    this.pages.add({ media, content, objects: `/B ${background} 0 R${image}` });
  }

  private background(page: FormPage, media: string, missing: Set<string>): ObjectNumber {
    const key = `${page.kind} ${page.grid.rows.join(' ')}`;
    const known = this.backgrounds.get(key);
    if (known !== undefined) return known;
    const labels = page.texts.filter((text) => text.role === 'title' || text.role === 'label');
    const height = page.sheet.height;
    const lines = page.rules.map(
      ({ x1, y1, x2, y2, width }) =>
        `${width} w ${points(x1)} ${points(height - y1)} m ${points(x2)} ${points(height - y2)} l S\n`,
    );
    const entries = `/Type/XObject/Subtype/Form/BBox[0 0 ${media}]/Resources<</Font ${this.pages.fontTable} 0 R>>`;
    const source = `2 J\n${lines.join('')}${this.draw(page, labels, missing)}`;
    const number = this.writer.compressed(entries, source);
    this.backgrounds.set(key, number);
    return number;
  }

  private draw(page: FormPage, texts: readonly PlacedText[], missing: Set<string>): string {
    const state: TextState = { font: '', scale: 1 };
    const runs = texts.map(({ x, baseline, size, text, anchor, width }) => {
      const left = (x - width * anchorShare[anchor]) * pointsPerMm;
      const at = { x: left, y: (page.sheet.height - baseline) * pointsPerMm, size };
      return drawText(text, at, this.fonts, state, missing);
    });
    return `BT\n${runs.join('')}ET\n`;
  }

  private addPhoto(
    page: FormPage,
    cell: Box,
    photo: Uint8Array,
    number: number,
  ): { number: ObjectNumber; draw: string } | null {
    const image = pdfImage(trimPicture(photo));
    if (!image) {
      this.notes.push({ form: number, kind: 'photo' });
      return null;
    }
    const size = `/Width ${image.width}/Height ${image.height}`;
    const object = this.writer.stream(`/Type/XObject/Subtype/Image${size}${image.entries}`, image.bytes);
    const { x, y, width, height } = fitPicture(image, cell);
    const bottom = points(page.sheet.height - y - height);
    return {
      number: object,
      draw: `q ${points(width)} 0 0 ${points(height)} ${points(x)} ${bottom} cm /P Do Q\n`,
    };
  }
}
