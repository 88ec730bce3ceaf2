import { strFromU8, unzipSync } from 'fflate';

/** The parts of Word and Excel files that hold what one reads, with the element around each piece of text. */
const parts: readonly (readonly [RegExp, RegExp])[] = [
  [/^word\/document\.xml$/, /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g],
  [/^xl\/worksheets\/sheet\d+\.xml$/, /<(?:t|v)(?: [^>]*)?>([^<]*)<\/(?:t|v)>/g],
];

/** The pieces of text of a .docx or an .xlsx with texts in its cells, in their order. */
export function fileTexts(bytes: Uint8Array): string[] {
  const files = unzipSync(bytes);
  return Object.keys(files)
    .toSorted()
    .flatMap((path) => {
      const [, piece] = parts.find(([name]) => name.test(path)) ?? [];
      const xml = strFromU8(files[path] ?? new Uint8Array());
      return piece ? [...xml.matchAll(piece)].map(([, text = '']) => text) : [];
    });
}
