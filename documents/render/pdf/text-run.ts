import { characterWidth } from '#documents/form';
import type { EmbeddedFont } from './embedded-font.ts';
import { hex4 } from './embedded-font.ts';

/** Characters of one text that are drawn together. Widths in em. */
interface Segment {
  font: number;
  codes: string;
  /** Width that the layout gives them, and width in the font. */
  room: number;
  natural: number;
  kind: 'exact' | 'half' | 'dash' | 'single';
}

/** Strokes that must reach from neighbour to neighbour: they are drawn as wide as their room. */
const dashes = new Set('—―─━');
/** Letters and digits are not stretched further than this; the rest stays free at both sides. */
const mostStretched = 1.1;

function kindOf(character: string, room: number, natural: number): Segment['kind'] {
  if (dashes.has(character)) return 'dash';
  if (room <= 0.5) return 'half';
  return Math.abs(room - natural) < 0.001 ? 'exact' : 'single';
}

function segmentsOf(
  text: string,
  fonts: readonly EmbeddedFont[],
  missing: (character: string) => void,
): Segment[] {
  const segments: Segment[] = [];
  for (const character of text) {
    const room = characterWidth(character);
    let font = fonts.findIndex((each) => each.has(character));
    // A sign without width (a selector of a variant) has nothing to draw.
    if (font < 0 && room === 0) continue;
    if (font < 0) {
      missing(character);
      font = 0;
    }
    const code = fonts[font]?.codeOf(character) ?? 0;
    const natural = fonts[font]?.advance(code) ?? 1;
    if (room === 0 && natural > 0) {
      missing(character);
      continue;
    }
    const kind = kindOf(character, room, natural);
    const last = segments.at(-1);
    if (last && kind !== 'single' && last.kind === kind && last.font === font) {
      last.codes += hex4(code);
      last.room += room;
      last.natural += natural;
    } else segments.push({ font, codes: hex4(code), room, natural, kind });
  }
  return segments;
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
 */
export function drawText(
  text: string,
  at: { x: number; y: number; size: number },
  fonts: readonly EmbeddedFont[],
  state: TextState,
  missing: (character: string) => void,
): string {
  let source = `1 0 0 1 ${number(at.x)} ${number(at.y)} Tm`;
  for (const { font, codes, room, natural, kind } of segmentsOf(text, fonts, missing)) {
    const most = kind === 'dash' ? 2 : kind === 'half' ? mostStretched : 1;
    const scale = kind === 'exact' || natural === 0 ? 1 : Math.min(most, room / natural);
    const name = `/F${font} ${at.size} Tf`;
    if (state.font !== name) source += name;
    if (state.scale !== scale) source += ` ${number(scale * 100)} Tz`;
    const free = kind === 'exact' ? 0 : (room - natural * scale) / scale;
    const pad = Math.round(free * 500);
    source += Math.abs(pad) < 2 ? `<${codes}>Tj` : `[${-pad}<${codes}>${-pad}]TJ`;
    state.font = name;
    state.scale = scale;
  }
  return `${source}\n`;
}
