import { decoderOf } from '../host.ts';
import { damaged } from './sheet-refusal.ts';
import { cdataText, localName, unescapeXml, XmlScanner } from './xml-scanner.ts';

/** What a part tells: names without prefix, texts without escapes. */
export interface PartHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** A scanner that tells a part in its own names, and the way in for its bytes. */
export function partReader(handler: PartHandler): { write(piece: Uint8Array): void; end(): void } {
  const decoder = decoderOf('utf-8');
  const scanner = new XmlScanner({
    open(name, attributes, isEmpty) {
      const local = localName(name);
      handler.open(local, attributes);
      if (isEmpty) handler.close(local);
    },
    close: (name) => handler.close(localName(name)),
    text: (raw) => handler.text(unescapeXml(raw)),
    other(raw) {
      const text = cdataText(raw);
      if (text !== '') handler.text(text);
    },
  });
  return {
    write: (piece) => scanner.write(decoded(() => decoder.piece(piece))),
    end() {
      scanner.write(decoded(() => decoder.end()));
      scanner.end();
    },
  };
}

/** Reads a part to its end. */
export async function readXmlPart(pieces: AsyncIterable<Uint8Array>, handler: PartHandler): Promise<void> {
  const reader = partReader(handler);
  for await (const piece of pieces) reader.write(piece);
  reader.end();
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw damaged();
  }
}
