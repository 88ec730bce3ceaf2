import { inflateSync } from 'node:zlib';

/** A PDF written by `ObjectWriter`, opened again for tests. */
export interface ReadBack {
  /** Source of an object, without the bytes of its stream. */
  source(number: number): string;
  /** The stream of an object, unpacked. */
  stream(number: number): Buffer;
  root: number;
}

export function readBack(pdf: Uint8Array): ReadBack {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  const tableAt = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const [, count = '0', entries = ''] =
    /^xref\n0 (\d+)\n((?:\d{10} \d{5} [nf] \n)*)/.exec(text.slice(tableAt)) ?? [];
  const places = Array.from({ length: Number(count) }, (_, number) =>
    Number(entries.slice(number * 20, number * 20 + 10)),
  );
  const bodyAt = (number: number): number => {
    const place = places[number] ?? 0;
    const head = `${number} 0 obj\n`;
    if (!text.startsWith(head, place)) throw new Error(`object ${number} is not at ${place}`);
    return place + head.length;
  };
  const source = (number: number): string => {
    const start = bodyAt(number);
    const end = Math.min(
      ...['\nendobj', '>>stream\n'].map((mark) => text.indexOf(mark, start)).filter((at) => at >= 0),
    );
    return text.slice(start, text.startsWith('>>stream', end) ? end + 2 : end);
  };
  return {
    source,
    stream(number) {
      const dictionary = source(number);
      const start = bodyAt(number) + dictionary.length + 'stream\n'.length;
      const raw = bytes.subarray(start, start + Number(/\/Length (\d+)>>$/.exec(dictionary)?.[1]));
      return dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw;
    },
    root: Number(/\/Root (\d+) 0 R/.exec(text)?.[1]),
  };
}

/** The numbers of the objects that an entry refers to. */
export function references(source: string, key: string): number[] {
  const value = new RegExp(String.raw`/${key}\s?(\[[^\]]*\]|\d+ 0 R)`).exec(source)?.[1] ?? '';
  return Array.from(value.matchAll(/(\d+) 0 R/g), (match) => Number(match[1]));
}
