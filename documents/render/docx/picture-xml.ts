import type { Box } from '#documents/form';
import { photoRelation } from './package-parts.ts';
import { drawingParagraph, paragraph } from './paragraph-xml.ts';

/** English Metric Units, the unit of drawings. */
const emuPerMm = 36_000;

/** The photo in the middle of its cell, `box` being the size at which it is drawn. */
export function photoParagraph(box: Box | null, base: number): string {
  const format = { size: base, lineHeight: null, align: 'center' } as const;
  if (!box) return paragraph('', format);
  const extent = `cx="${Math.round(box.width * emuPerMm)}" cy="${Math.round(box.height * emuPerMm)}"`;
  return drawingParagraph(
    `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/>` +
      '<wp:docPr id="1" name="照片" descr="照片"/><wp:cNvGraphicFramePr>' +
      '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>' +
      '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>' +
      '<pic:nvPicPr><pic:cNvPr id="1" name="照片"/><pic:cNvPicPr/></pic:nvPicPr>' +
      `<pic:blipFill><a:blip r:embed="${photoRelation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
      `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm>` +
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>' +
      '</wp:inline></w:drawing>',
    format,
  );
}
