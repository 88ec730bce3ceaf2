import { numberLook, type NumberLook } from './number-format.ts';
import { readXmlPart } from './read-xml-part.ts';
import { attributeOf } from './xml-scanner.ts';

/** The looks of the cells' styles, by the number of the style. */
export async function readStyles(pieces: AsyncIterable<Uint8Array>): Promise<NumberLook[]> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isInCells = false;
  await readXmlPart(pieces, {
    open(name, attributes) {
      if (name === 'numFmt') {
        codes.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '');
      } else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) formats.push(Number(attributeOf(attributes, 'numFmtId') ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
    text() {},
  });
  return formats.map((id) => numberLook(id, codes.get(id)));
}
