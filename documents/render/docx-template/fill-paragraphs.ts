import { pictureKind, trimPicture } from '#documents/formats';
import { inlinePicture } from '../docx/styled-text.ts';
import type { PictureStore } from '../docx/picture-store.ts';
import { fitPicture } from '../fit-picture.ts';
import { placeholdersOf, type Loop } from '../template/placeholders.ts';
import type { TemplateItem, TemplateScope } from '../template/template-data.ts';
import { childOf, edited, type Edit, type XmlNode } from '../template/xml-tree.ts';
import { escapeXml } from '../xml-text.ts';
import type { TemplateParagraph } from './template-paragraphs.ts';

/** Pictures are at most so large, mm: a photo of an official form. */
const pictureRoom = { x: 0, y: 0, width: 30, height: 40 };
/** Drawings of the template have lower numbers. */
const firstDrawing = 100_000;

/** A part of the template and what it is filled with. */
export interface FillContext {
  source: string;
  paragraphs: readonly TemplateParagraph[];
  loops: readonly Loop<XmlNode>[];
  scope: TemplateScope;
  pictures: PictureStore;
}

/** The part with all its placeholders filled and its rows repeated. */
export function fillParagraphs(context: FillContext): string {
  const { source, paragraphs, loops, scope } = context;
  const blocks = loops.map((loop) => ({ loop, start: loop.first.start, end: loop.last.end }));
  const isInLoop = ({ node }: TemplateParagraph) =>
    blocks.some(({ start, end }) => node.start >= start && node.end <= end);
  const edits = paragraphs
    .filter((paragraph) => !isInLoop(paragraph))
    .flatMap((paragraph) => paragraphEdits(context, paragraph, null, null));
  for (const { loop, start, end } of blocks) {
    const inside = paragraphs.filter(({ node }) => node.start >= start && node.end <= end);
    const items = scope.items(loop.name);
    // Over nobody the rows stay once, empty.
    const copies = (items.length > 0 ? items : [{}]).map((item) => {
      const filled = inside.flatMap((paragraph) => paragraphEdits(context, paragraph, loop.name, item));
      return edited(source, filled, start, end);
    });
    edits.push({ start, end, text: copies.join('') });
  }
  return edited(source, edits);
}

function paragraphEdits(
  context: FillContext,
  { text, pieces }: TemplateParagraph,
  loop: string | null,
  item: TemplateItem | null,
): Edit[] {
  const found = placeholdersOf(text);
  if (found.length === 0) return [];
  const edits: Edit[] = [];
  for (const piece of pieces) {
    const touching = found.filter(({ start, end }) => start < piece.end && end > piece.start);
    if (touching.length === 0) continue;
    let xml = '';
    let at = piece.start;
    for (const { kind, name, start, end } of touching) {
      xml += textXml(text.slice(at, Math.max(at, start)));
      // What a placeholder stands for goes where it begins; the rest of it is taken away.
      if (start >= piece.start && kind !== 'open' && kind !== 'close') {
        const value = context.scope.value(name, loop, item);
        if (value instanceof Uint8Array)
          xml += kind === 'picture' ? pictureXml(context, piece.node, value) : '';
        else if (kind === 'field') xml += textXml(String(value ?? ''));
      }
      at = Math.min(end, piece.end);
    }
    xml += textXml(text.slice(at, piece.end));
    edits.push({ start: piece.node.start, end: piece.node.end, text: xml });
  }
  return edits;
}

/** Text as content of a run. */
function textXml(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split(/([\n\t])/)
    .map((part) => {
      if (part === '\n') return '<w:br/>';
      if (part === '\t') return '<w:tab/>';
      return part ? `<w:t xml:space="preserve">${escapeXml(part)}</w:t>` : '';
    })
    .join('');
}

/** A picture is a run of its own: the run of the text is closed before it and opened again with the same look. */
function pictureXml({ source, pictures }: FillContext, text: XmlNode, bytes: Uint8Array): string {
  const kind = pictureKind(bytes);
  if (!kind || !text.parent) return '';
  const relation = pictures.add(trimPicture(bytes), kind);
  const drawing = inlinePicture(relation, firstDrawing + pictures.next(), fitPicture(kind, pictureRoom));
  const look = childOf(text.parent, 'w:rPr');
  return `</w:r>${drawing}<w:r>${look ? source.slice(look.start, look.end) : ''}`;
}
