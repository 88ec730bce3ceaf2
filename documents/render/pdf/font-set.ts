import { characterWidth } from '#documents/form';
import type { EmbeddedFont } from './embedded-font.ts';
import { hex4 } from './hex.ts';

/** How one character is drawn. Widths in em. */
export interface Drawn {
  /** Which font of the set. */
  font: number;
  /** Its code as hexadecimal digits. */
  code: string;
  /** Width that the layout gives it, and width in the font. */
  room: number;
  natural: number;
  kind: 'exact' | 'half' | 'dash' | 'single' | 'nothing';
  /** No font has it. */
  missing: boolean;
}

/** Strokes that must reach from neighbour to neighbour: they are drawn as wide as their room. */
const dashes = new Set('—―─━');

function kindOf(character: string, room: number, natural: number): Drawn['kind'] {
  if (dashes.has(character)) return 'dash';
  if (room <= 0.5) return 'half';
  return Math.abs(room - natural) < 0.001 ? 'exact' : 'single';
}

/** The fonts of a document in order of preference; what is known of a character is looked up once. */
export class FontSet {
  readonly fonts: readonly EmbeddedFont[];
  private readonly order: readonly number[];
  private readonly known = new Map<string, Drawn>();

  /** `order` names the fonts by their places where another than the first is to be preferred. */
  constructor(fonts: readonly EmbeddedFont[], order: readonly number[] = fonts.map((_, index) => index)) {
    this.fonts = fonts;
    this.order = order;
  }

  find(character: string): Drawn {
    let drawn = this.known.get(character);
    if (!drawn) {
      drawn = this.look(character);
      this.known.set(character, drawn);
    }
    return drawn;
  }

  private look(character: string): Drawn {
    const room = characterWidth(character);
    const found = this.order.find((each) => this.fonts[each]?.has(character));
    const missing = found === undefined;
    const font = found ?? this.order[0] ?? 0;
    // A selector of a variant has nothing to draw, nor has a mark that the font gives a place of its own.
    if (missing && room === 0) return { font, code: '', room, natural: 0, kind: 'nothing', missing: false };
    const code = this.fonts[font]?.codeOf(character) ?? 0;
    const natural = this.fonts[font]?.advance(code) ?? 1;
    const isMark = room === 0 && natural > 0;
    const kind = isMark ? 'nothing' : kindOf(character, room, natural);
    return { font, code: hex4(code), room, natural, kind, missing: missing || isMark };
  }
}
