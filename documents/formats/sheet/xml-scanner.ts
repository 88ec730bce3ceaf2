import { damaged, tooLarge } from './sheet-refusal.ts';

/** What a scanner tells of a document, in its order. */
export interface XmlHandler {
  /** A start tag: the name as written, and its attributes with the blank before each. `isEmpty` for `<a/>`. */
  open(name: string, attributes: string, isEmpty: boolean): void;
  /** An end tag; none follows an empty element. */
  close(name: string): void;
  /** Character data as written, with its escapes; a long one comes whole. */
  text(raw: string): void;
  /** A declaration, comment, instruction or CDATA section as written. */
  other(raw: string): void;
}

const tokenLimit = 4_000_000;

/**
 * Reads XML that comes in pieces, as far as the parts of a workbook need it: no tree is built, names keep their prefix,
 * escapes stay until somebody wants the text. A document type is refused, and with it every entity from outside.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  #rest = '';
  #depth = 0;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  write(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) break;
      const end = endOfToken(text, start);
      // The text before the tag waits with it, so that nothing is told twice.
      if (end < 0) break;
      if (start > at) this.#handler.text(text.slice(at, start));
      this.#token(text, start, end);
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > tokenLimit) throw tooLarge('单个内容过长');
  }

  end(): void {
    if (this.#depth !== 0 || this.#rest.trim() !== '') throw damaged();
  }

  #token(text: string, start: number, end: number): void {
    const sign = text.charCodeAt(start + 1);
    if (sign === 0x2f) {
      this.#depth -= 1;
      if (this.#depth < 0) throw damaged();
      this.#handler.close(text.slice(start + 2, end - 1).trimEnd());
    } else if (sign === 0x21 || sign === 0x3f) {
      if (text.startsWith('<!DOCTYPE', start) || text.startsWith('<!ENTITY', start))
        throw damaged('含有外部引用');
      this.#handler.other(text.slice(start, end));
    } else {
      const isEmpty = text.charCodeAt(end - 2) === 0x2f;
      const inner = end - (isEmpty ? 2 : 1);
      let nameEnd = start + 1;
      while (nameEnd < inner && text.charCodeAt(nameEnd) > 0x20) nameEnd += 1;
      if (nameEnd === start + 1) throw damaged();
      if (!isEmpty) this.#depth += 1;
      this.#handler.open(text.slice(start + 1, nameEnd), text.slice(nameEnd, inner), isEmpty);
    }
  }
}

/** Behind the `>` of the token that begins at `start`; -1 when it is not there yet. */
function endOfToken(text: string, start: number): number {
  const sign = text.charCodeAt(start + 1);
  if (sign === 0x21) {
    if (text.startsWith('<!--', start)) return behind(text, '-->', start + 4);
    if (text.startsWith('<![CDATA[', start)) return behind(text, ']]>', start + 9);
    // Too short to tell a comment from the rest.
    if (text.length - start < 9) return -1;
    return behind(text, '>', start);
  }
  if (sign === 0x3f) return behind(text, '?>', start + 2);
  // A `>` may stand in an attribute's value.
  let quote = 0;
  for (let at = start + 1; at < text.length; at += 1) {
    const each = text.charCodeAt(at);
    if (quote !== 0) {
      if (each === quote) quote = 0;
    } else if (each === 0x3e) return at + 1;
    else if (each === 0x22 || each === 0x27) quote = each;
  }
  return -1;
}

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** The name without its prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute by its name as written, without escapes; undefined where there is none. */
export function attributeOf(attributes: string, name: string): string | undefined {
  let at = 0;
  for (;;) {
    at = attributes.indexOf(name, at);
    if (at < 0) return undefined;
    const before = attributes.charCodeAt(at - 1);
    let next = at + name.length;
    at = next;
    if (before > 0x20) continue;
    while (attributes.charCodeAt(next) <= 0x20) next += 1;
    if (attributes.charCodeAt(next) !== 0x3d) continue;
    next += 1;
    while (attributes.charCodeAt(next) <= 0x20) next += 1;
    const quote = attributes[next];
    if (quote !== '"' && quote !== "'") throw damaged();
    const end = attributes.indexOf(quote, next + 1);
    if (end < 0) throw damaged();
    return unescapeXml(attributes.slice(next + 1, end));
  }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text that escapes mean. An entity that XML does not know of itself is refused. */
export function unescapeXml(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&([^;&]{0,12});?/g, (all, name: string) => {
    const known = named[name];
    if (known !== undefined && all.endsWith(';')) return known;
    const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
    const point = number
      ? number[1] === undefined
        ? Number(number[2])
        : Number.parseInt(number[1], 16)
      : -1;
    if (point < 0 || point > 0x10ffff || !all.endsWith(';')) throw damaged();
    return String.fromCodePoint(point);
  });
}

/** The content of a CDATA section; empty for other tokens. */
export function cdataText(raw: string): string {
  return raw.startsWith('<![CDATA[') ? raw.slice(9, -3) : '';
}
