import { planWorkbook, unpackPart, unpackPieces, type WorkbookPlan } from '#documents/formats';
import { declaration, officeRelations, packageRelations } from '../xlsx/namespaces.ts';
import { packFile, type PackedFile } from '../zip.ts';
import { zipStream, type StreamedFile } from '../zip-stream.ts';
import { commentsXml, withComments, withShapes, shapesXml } from './comments.ts';
import { markSheet } from './mark-sheet.ts';
import { MarkedStyles } from './marked-styles.ts';
import type { SheetMarks } from './sheet-marks.ts';

/**
 * A copy of a workbook with wrong cells coloured and a note on each, and a column at the end that says what is wrong with
 * the row. Everything else goes into it with the bytes that it has.
 */
export function markWorkbook(bytes: Uint8Array, marks: SheetMarks): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => zipStream(parts(bytes, marks)) };
}

async function* parts(bytes: Uint8Array, marks: SheetMarks): AsyncGenerator<PackedFile | StreamedFile> {
  const plan = await planWorkbook(bytes);
  const part = plan.sheets[marks.sheet]?.part ?? '';
  const textOf = async (name: string): Promise<string | null> => {
    const found = plan.parts.get(name);
    return found
      ? Buffer.from(await unpackPart(bytes, found))
          .toString('utf8')
          .replace(/^\ufeff/, '')
      : null;
  };
  const styles = new MarkedStyles(plan.styles === null ? null : await textOf(plan.styles));
  const notes = await planNotes(plan, part, marks, textOf);
  const source = plan.parts.get(part);
  if (!source) throw new Error('the workbook has no such sheet');
  const set = new Map<string, string>(notes.parts);
  set.set('[Content_Types].xml', withContentTypes((await textOf('[Content_Types].xml')) ?? '', notes.types));
  for (const found of plan.parts.values()) {
    if (found.name === part || found.name === plan.styles || set.has(found.name)) continue;
    yield { name: found.name, pieces: unpackPieces(bytes, found) };
  }
  yield { name: part, pieces: markSheet(unpackPieces(bytes, source), marks, styles, notes.relation) };
  if (plan.styles !== null) yield packFile(plan.styles, styles.xml());
  for (const [name, text] of set) yield packFile(name, text);
}

interface NotePlan {
  readonly parts: readonly (readonly [name: string, text: string])[];
  readonly types: readonly string[];
  /** The relation of the drawn notes when the sheet had none; null when it has one. */
  readonly relation: string | null;
}

const commentsType =
  '<Override PartName="/xl/commentsMarked.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>';
const vmlType =
  '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';

/** Notes go to those that the sheet has, or into parts of their own. */
async function planNotes(
  plan: WorkbookPlan,
  part: string,
  { marks }: SheetMarks,
  textOf: (name: string) => Promise<string | null>,
): Promise<NotePlan> {
  const at = part.lastIndexOf('/') + 1;
  const relationsName = `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
  const relations = await textOf(relationsName);
  const target = (kind: string): string | null => {
    const found = [...(relations ?? '').matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].find(([tag]) =>
      tag.includes(`/relationships/${kind}"`),
    );
    const name = /\bTarget="([^"]*)"/.exec(found?.[0] ?? '')?.[1];
    return name === undefined ? null : resolved(part.slice(0, at), name);
  };
  const comments = target('comments');
  const shapes = target('vmlDrawing');
  if (comments !== null && shapes !== null && plan.parts.has(comments) && plan.parts.has(shapes)) {
    const before = (await textOf(comments)) ?? '';
    const merged = withComments(before, marks);
    return {
      parts: [
        [comments, merged.xml],
        [shapes, withShapes((await textOf(shapes)) ?? '', merged.added)],
      ],
      types: [],
      relation: null,
    };
  }
  // A sheet with only half of what notes need, or with notes of the newer kind, is left alone: the last column says it all.
  if (comments !== null || shapes !== null || marks.length === 0)
    return { parts: [], types: [], relation: null };
  const own =
    `<Relationship Id="rIdMarkedNotes" Type="${officeRelations}/comments" Target="/xl/commentsMarked.xml"/>` +
    `<Relationship Id="rIdMarkedShapes" Type="${officeRelations}/vmlDrawing" Target="/xl/shapesMarked.vml"/>`;
  return {
    parts: [
      ['xl/commentsMarked.xml', commentsXml(marks)],
      ['xl/shapesMarked.vml', shapesXml(marks)],
      [
        relationsName,
        relations === null
          ? `${declaration}<Relationships xmlns="${packageRelations}">${own}</Relationships>`
          : relations.replace(/<\/(?:\w+:)?Relationships>\s*$/, (end) => own + end),
      ],
    ],
    types: [commentsType, vmlType],
    relation: 'rIdMarkedShapes',
  };
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function withContentTypes(xml: string, types: readonly string[]): string {
  const missing = types.filter((type) => !(type === vmlType && /Extension="vml"/i.test(xml)));
  const defaults = missing.filter((type) => type.startsWith('<Default')).join('');
  const overrides = missing.filter((type) => type.startsWith('<Override')).join('');
  return xml
    .replace(/(<(?:\w+:)?Types\b[^>]*>)/, (start) => start + defaults)
    .replace(/<\/(?:\w+:)?Types>\s*$/, (end) => overrides + end);
}
