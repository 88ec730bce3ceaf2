import type { Drawn, FontSet } from './font-set.ts';

/** Characters of one text that are drawn together. Widths in em. */
type Segment = Pick<Drawn, 'font' | 'room' | 'natural' | 'kind'> & { codes: string };

/** Letters and digits are not stretched further than this; the rest stays free at both sides. */
const mostStretched = 1.1;

function segmentsOf(text: string, fonts: FontSet, missing: Set<string>): Segment[] {
  const segments: Segment[] = [];
  for (const character of text) {
    const { font, code, room, natural, kind, missing: isMissing } = fonts.find(character);
    if (isMissing) missing.add(character);
    if (kind === 'nothing') continue;
    const last = segments.at(-1);
    if (last && kind !== 'single' && last.kind === kind && last.font === font) {
      last.codes += code;
      last.room += room;
      last.natural += natural;
    } else segments.push({ font, codes: code, room, natural, kind });
  }
  return segments;
}

function scaleOf({ kind, room, natural }: Segment): number {
  if (kind === 'exact' || natural === 0) return 1;
  const most = kind === 'dash' ? 2 : kind === 'half' ? mostStretched : 1;
  return Math.min(most, room / natural);
}

const number = (value: number): string => String(Math.round(value * 100) / 100);

/** The text state that lasts from one text to the next. */
export interface TextState {
  font: string;
  scale: number;
}

/**
 * Draws one text at a point (PDF units) so that it takes exactly the width the layout gave it, whatever the widths of the
 * font are: runs of letters and digits are compressed to half an em each, other signs are centred in their em.
 * Characters that no font has are added to `missing`.
 */
export function drawText(
  text: string,
  at: { x: number; y: number; size: number },
  fonts: FontSet,
  state: TextState,
  missing: Set<string>,
): string {
  let source = `1 0 0 1 ${number(at.x)} ${number(at.y)} Tm`;
  for (const segment of segmentsOf(text, fonts, missing)) {
    const { font, codes, room, natural } = segment;
    const scale = scaleOf(segment);
    const name = `/F${font} ${at.size} Tf`;
    if (state.font !== name) source += name;
    if (state.scale !== scale) source += ` ${number(scale * 100)} Tz`;
    const pad = Math.round(((room - natural * scale) / scale) * 500);
    source += Math.abs(pad) < 2 ? `<${codes}>Tj` : `[${-pad}<${codes}>${-pad}]TJ`;
    state.font = name;
    state.scale = scale;
  }
  return `${source}\n`;
}
