import { readXmlPart } from './read-xml-part.ts';
import { tooLarge } from './sheet-refusal.ts';

const charactersLimit = 150_000_000;
const countLimit = 5_000_000;

/** The texts that cells share, by their numbers. */
export async function readSharedStrings(pieces: AsyncIterable<Uint8Array>): Promise<string[]> {
  const strings: string[] = [];
  let characters = 0;
  const text = new RichText();
  await readXmlPart(pieces, {
    open(name) {
      if (name === 'si') text.begin();
      else text.open(name);
    },
    close(name) {
      if (name !== 'si') return text.close(name);
      const whole = text.end();
      characters += whole.length;
      if (characters > charactersLimit || strings.length >= countLimit) throw tooLarge('文字过多');
      strings.push(whole);
    },
    text: (piece) => text.text(piece),
  });
  return strings;
}

/** Gathers a text of several runs; the readings of Japanese texts do not belong to it. */
export class RichText {
  #whole = '';
  #isIn = false;
  #reading = 0;

  begin(): void {
    this.#whole = '';
    this.#isIn = false;
    this.#reading = 0;
  }

  open(name: string): void {
    if (name === 't') this.#isIn = true;
    else if (name === 'rPh') this.#reading += 1;
  }

  close(name: string): void {
    if (name === 't') this.#isIn = false;
    else if (name === 'rPh') this.#reading -= 1;
  }

  text(piece: string): void {
    if (this.#isIn && this.#reading === 0) this.#whole += piece;
  }

  end(): string {
    return plainText(this.#whole);
  }
}

/** `_x000D_` stands for a character that XML cannot hold; line ends are LF. */
export function plainText(text: string): string {
  const read = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
  return read.includes('\r') ? read.replace(/\r\n?/g, '\n') : read;
}
