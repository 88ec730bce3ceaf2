import type { FormLayout } from '#documents/form';

/** Something that the printed pages do not show. `form` counts from 0 in the order in which the forms were given. */
export type RenderNote =
  /** A value did not fit its cell at the smallest size; `text` is the part that is missing. */
  | { form: number; kind: 'overflow'; field: string; text: string }
  /** The fonts have no glyph for these characters; a box stands in their places. */
  | { form: number; kind: 'missingCharacter'; text: string }
  /** The photo is damaged or of a kind that cannot be drawn (GIF, interlaced PNG); its cell is empty. */
  | { form: number; kind: 'photo' };

export function overflowNotes(form: number, layout: FormLayout): RenderNote[] {
  return layout.overflow.map(({ label, lost }) => ({ form, kind: 'overflow', field: label, text: lost }));
}
