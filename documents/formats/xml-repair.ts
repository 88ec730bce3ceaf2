import { familyKeyOfElement, fieldOfElement, FAMILY, PHOTO, VERSION } from './elements.ts';

export interface MarkupRepair {
  /** The element in which it was found; empty outside of any. */
  element: string;
  /** What was there, with a few characters around it. */
  context: string;
  kind: 'control-character' | 'bare-markup';
}

export interface RepairedMarkup {
  text: string;
  /** The first of each kind; empty when nothing was found that can be put right. */
  repairs: MarkupRepair[];
}

/** Beyond this the repair, which is thorough rather than fast, is not tried. Characters; the photo is not counted. */
const LARGEST = 4_000_000;
const MOST_FOREIGN_TAGS = 1000;

const CONTROL =
  /[^\P{Cc}\t\n\r\u0080-\u009f]|[\ufffe\uffff]|\p{Cs}|&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));/giu;
const BARE_AMPERSAND = /&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)/gi;
const TAG = /<(\/?)([\p{L}_][\p{L}\p{N}_.:-]{0,80})(\s[^<>]{0,400}?)?(\/?)>/uy;
const BREAK = /<br\s{0,8}\/?>(?:<\/br>)?/gi;
const markups: readonly [start: string, end: string][] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

function isLeaf(name: string): boolean {
  return fieldOfElement.has(name) || familyKeyOfElement.has(name) || name === PHOTO || name === VERSION;
}

function isStructure(name: string): boolean {
  return name === 'Person' || name === 'Item' || name === FAMILY;
}

/** A known tag inside a value means that the value's own end is missing: that is no matter of a bare sign. */
function holdsKnownTag(text: string): boolean {
  return Array.from(text.matchAll(/<\/?([A-Za-z_]+)/g)).some(
    ([, name = '']) => isLeaf(name) || isStructure(name),
  );
}

/** The end of the comment, CDATA or instruction that begins here; -1 where it has none, undefined where none begins. */
function markupEnd(text: string, at: number): number | undefined {
  const found = markups.find(([start]) => text.startsWith(start, at));
  if (!found) return undefined;
  const end = text.indexOf(found[1], at + found[0].length);
  return end < 0 ? -1 : end + found[1].length;
}

function around(text: string, at: number): string {
  // The words alone: markup and what cannot be seen would only puzzle the reader of the message.
  return text
    .slice(Math.max(0, at - 8), at + 12)
    .replace(CONTROL, '')
    .replace(/^[^<>]*>(?=[^<>]*<|[^<>]*$)|<\/?\w[^<>]*(?:>|$)/g, '');
}

/** The tag before this place, when nothing else stands between. */
function elementAt(text: string, at: number): string {
  return /<([A-Za-z_]+)>[^<]*$/.exec(text.slice(Math.max(0, at - 20_000), at))?.[1] ?? '';
}

class Repair {
  readonly repairs: MarkupRepair[] = [];

  found(kind: MarkupRepair['kind'], element: string, text: string, at: number): void {
    if (this.repairs.some((each) => each.kind === kind)) return;
    this.repairs.push({ kind, element: element || elementAt(text, at), context: around(text, at) });
  }

  ampersands(text: string, element: string): string {
    if (!text.includes('&') && !text.includes(']]>')) return text;
    return text.replace(BARE_AMPERSAND, (_, at: number) => {
      this.found('bare-markup', element, text, at);
      return '&amp;';
    });
  }

  /** A value's text: every `<` in it is a sign of the text, except `<br>` and CDATA. */
  value(text: string, element: string): string {
    const broken = text.replace(BREAK, (_, at: number) => {
      this.found('bare-markup', element, text, at);
      return '\n';
    });
    if (broken.includes('<![CDATA[')) return this.ampersands(broken, element);
    const escaped = this.ampersands(broken, element).replace(/</g, (_, at: number) => {
      this.found('bare-markup', element, broken, at);
      return '&lt;';
    });
    return escaped.replace(/\]\]>/g, ']]&gt;');
  }
}

/** Escapes bare `&` and `<`; stops, and leaves the rest as it is, where the tags themselves are wrong. */
function escapeBareSigns(text: string, repair: Repair): string {
  const out: string[] = [];
  let foreign = 0;
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    if (next < 0) break;
    out.push(repair.ampersands(text.slice(at, next), ''));
    at = next;
    const end = markupEnd(text, at);
    if (end === -1) break;
    if (end !== undefined) {
      out.push(text.slice(at, end));
      at = end;
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(text);
    const [all = '', slash = '', name = '', , ends = ''] = tag ?? [];
    const opens = tag !== null && slash === '' && ends === '';
    const close = opens && !isStructure(name) ? text.indexOf(`</${name}`, at) : 0;
    if (tag === null || (close < 0 && !isLeaf(name))) {
      repair.found('bare-markup', '', text, at);
      out.push('&lt;');
      at += 1;
    } else {
      out.push(all);
      at += all.length;
    }
    if (!opens || isStructure(name)) continue;
    foreign += isLeaf(name) ? 0 : 1;
    if (foreign > MOST_FOREIGN_TAGS) break;
    if (!isLeaf(name)) continue;
    if (close < 0 || holdsKnownTag(text.slice(at, close))) break;
    out.push(repair.value(text.slice(at, close), name));
    at = close;
  }
  return out.join('') + text.slice(at);
}

/**
 * Puts right what programs of the field leave in a file and what no XML parser accepts: control characters, bare `&` and
 * `<` in values, `<br>`, blanks before the declaration. Tags that do not match are left for the parser to refuse.
 */
export function repairMarkup(text: string): RepairedMarkup {
  if (text.length > LARGEST) return { text, repairs: [] };
  const repair = new Repair();
  const visible = text.replace(CONTROL, (_, at: number) => {
    repair.found('control-character', '', text, at);
    return '';
  });
  return { text: escapeBareSigns(visible.trim(), repair), repairs: repair.repairs };
}
