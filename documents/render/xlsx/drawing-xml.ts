import type { PictureKind } from '#documents/formats';
import { packFile, type PackedFile } from '../zip.ts';
import { declaration, officeRelations, relationsPart } from './namespaces.ts';

/** A picture and the cells that it stands over; sizes of these in points. */
export interface AnchoredPicture {
  bytes: Uint8Array;
  kind: PictureKind;
  column: number;
  /** The first row is 1. */
  row: number;
  width: number;
  /** Grows with every row that the cell covers. */
  height: number;
}

const emuPerPoint = 12_700;
/** The picture keeps this distance from the rules around it, points. */
const inset = 2;
const ends = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/bmp': 'bmp', 'image/gif': 'gif' } as const;
const main = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** The drawing of a sheet with its pictures; the same bytes are stored once. */
export function* drawingParts(
  sheet: number,
  drawing: number,
  pictures: readonly AnchoredPicture[],
): Generator<PackedFile> {
  const files = new Map<Uint8Array, { id: string; name: string }>();
  const anchors = pictures.map((picture, index) => {
    const { bytes, kind } = picture;
    const number = files.size + 1;
    const name = `image${drawing}-${number}.${ends[kind.mediaType]}`;
    const file = files.get(bytes) ?? { id: `rId${number}`, name };
    files.set(bytes, file);
    return anchor(picture, file.id, index + 2);
  });
  for (const [bytes, { name }] of files) yield packFile(`xl/media/${name}`, bytes, false);
  const relations = [...files.values()].map(({ id, name }) => [id, 'image', `../media/${name}`] as const);
  yield packFile(
    `xl/drawings/drawing${drawing}.xml`,
    `${declaration}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ` +
      `xmlns:a="${main}" xmlns:r="${officeRelations}">${anchors.join('')}</xdr:wsDr>`,
  );
  yield packFile(`xl/drawings/_rels/drawing${drawing}.xml.rels`, relationsPart(relations));
  yield packFile(
    `xl/worksheets/_rels/sheet${sheet}.xml.rels`,
    relationsPart([['rId1', 'drawing', `../drawings/drawing${drawing}.xml`]]),
  );
}

/** A picture moves with its cell and keeps its size. */
function anchor({ kind, column, row, width, height }: AnchoredPicture, relation: string, id: number): string {
  const scale = Math.min((width - 2 * inset) / kind.width, (height - 2 * inset) / kind.height);
  const [wide, high] = [kind.width * scale, kind.height * scale];
  const emu = (points: number) => Math.max(0, Math.round(points * emuPerPoint));
  const size = `cx="${emu(wide)}" cy="${emu(high)}"`;
  return (
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>${emu((width - wide) / 2)}</xdr:colOff>` +
    `<xdr:row>${row - 1}</xdr:row><xdr:rowOff>${emu((height - high) / 2)}</xdr:rowOff></xdr:from><xdr:ext ${size}/>` +
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${id}" name="照片 ${id - 1}"/><xdr:cNvPicPr>` +
    '<a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>' +
    `<xdr:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` +
    '</xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>'
  );
}
