import { RenderProblem } from '../render-problem.ts';
import { pictureEnds } from '../docx/package-parts.ts';
import { PictureStore } from '../docx/picture-store.ts';
import { findLoops, refuseFaults } from '../template/placeholders.ts';
import { relationsOf } from '../template/relations.ts';
import { TemplateScope, type TemplateData } from '../template/template-data.ts';
import { TemplatePackage } from '../template/template-package.ts';
import { descendants, edited, readTree, type Edit } from '../template/xml-tree.ts';
import { escapeXml } from '../xml-text.ts';
import { fillParagraphs, type FillContext } from './fill-paragraphs.ts';
import { readParagraphs, type TemplateParagraph } from './template-paragraphs.ts';

const documentPart = 'word/document.xml';
const documentRelations = 'word/_rels/document.xml.rels';
const typesPart = '[Content_Types].xml';
const imageType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';

/**
 * An office's own .docx with its placeholders filled: `{标题}` also in heads and feet of pages, table rows from `{#人员}` to
 * `{/人员}` once for each person, `{%照片}` for a picture in the body. The text takes the look of the placeholder's first
 * character. Whatever cannot be filled is refused with its place before anything is made.
 */
export async function fillDocumentTemplate(bytes: Uint8Array, data: TemplateData): Promise<Uint8Array> {
  const template = await TemplatePackage.open(bytes);
  if (!template.has(documentPart))
    throw new RenderProblem('template-file', '模板不是 .docx 文件，请用 Word 或 WPS 另存为 .docx 后再用。');
  const scope = new TemplateScope(data);
  const pictures = new PictureStore('cadrePicture');
  const others = relationsOf(template, documentPart)
    .filter(({ kind, target }) => /^(header|footer)$/.test(kind) && template.has(target))
    .map(({ kind, target }) => ({ part: target, head: kind === 'header' ? '页眉' : '页脚' }));
  const faults: string[] = [];
  const read = [{ part: documentPart, head: '' }, ...others].map(({ part, head }) => {
    const source = template.text(part) ?? '';
    const paragraphs = readParagraphs(readTree(source, part), head);
    const loops = findLoops(paragraphs, scope, faults, { pictures: part === documentPart });
    faults.push(...rowFaults(paragraphs, loops));
    return { part, context: { source, paragraphs, loops, scope, pictures } satisfies FillContext };
  });
  refuseFaults(faults);
  for (const { part, context } of read) {
    const filled = fillParagraphs(context);
    if (filled !== context.source) template.set(part, filled);
  }
  if (!pictures.isEmpty) addPictures(template, pictures);
  return template.pack();
}

/** A loop begins and ends in rows of one table. */
function rowFaults(paragraphs: readonly TemplateParagraph[], loops: FillContext['loops']): string[] {
  return loops
    .filter(({ first, last }) => first.parent !== last.parent)
    .map(({ name, first }) => {
      const place = paragraphs.find(({ row }) => row === first)?.place ?? '';
      return `${place}：{#${name}} 和 {/${name}} 应在同一个表格中`;
    });
}

function addPictures(template: TemplatePackage, pictures: PictureStore): void {
  for (const { name, data } of pictures.files()) template.set(name, data);
  const relations = pictures
    .relations()
    .map(({ relation, target }) => `<Relationship Id="${relation}" Type="${imageType}" Target="${target}"/>`);
  addChildren(template, documentRelations, 'Relationships', relations.join(''));
  const types = template.text(typesPart) ?? '';
  const known = new Set(
    descendants(readTree(types, typesPart), 'Default').map(({ attributes }) =>
      attributes['Extension']?.toLowerCase(),
    ),
  );
  const missing = Object.entries(pictureEnds)
    .filter(([, end]) => !known.has(end))
    .map(([type, end]) => `<Default Extension="${end}" ContentType="${escapeXml(type)}"/>`);
  addChildren(template, typesPart, 'Types', missing.join(''));
}

/** Adds elements before the end of a part's root. */
function addChildren(template: TemplatePackage, part: string, name: string, xml: string): void {
  const source = template.text(part);
  const [root] = source === null ? [] : descendants(readTree(source, part), name);
  if (source === null || !root || root.innerEnd === root.end)
    throw new RenderProblem('template-file', `模板缺少内容（${part}），请用 Word 或 WPS 重新保存后再用。`);
  const edit: Edit = { start: root.innerEnd, end: root.innerEnd, text: xml };
  template.set(part, edited(source, [edit]));
}
