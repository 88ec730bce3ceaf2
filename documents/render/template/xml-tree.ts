import { SaxesParser } from 'saxes';
import { RenderProblem } from '../render-problem.ts';

/** An element and where it stands in the text of its part: everything else is left as it is, character by character. */
export interface XmlNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  parent: XmlNode | null;
  children: XmlNode[];
  /** From `<` of the start tag to behind `>` of the end tag. */
  start: number;
  end: number;
  /** The content between the tags; empty for `<a/>`. */
  innerStart: number;
  innerEnd: number;
  /** Direct text, without escapes. */
  text: string;
}

const elementLimit = 2_000_000;
const depthLimit = 200;

/** Reads a part strictly; a document type or broken XML is refused. */
export function readTree(source: string, part: string): XmlNode {
  const parser = new SaxesParser();
  const root: XmlNode = node('', {}, null, 0);
  let current = root;
  let count = 0;
  let depth = 0;
  const refuse = (): never => {
    throw new RenderProblem(
      'template-file',
      `模板的内容已损坏（${part}），请用 Excel、Word 或 WPS 重新保存后再用。`,
    );
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    depth += 1;
    if (count > elementLimit || depth > depthLimit)
      throw new RenderProblem('template-too-large', `模板的内容过于复杂（${part}），请删去多余的内容。`);
    const child = node(name, attributes, current, source.lastIndexOf('<', parser.position - 1));
    child.innerStart = parser.position;
    current.children.push(child);
    current = child;
  });
  parser.on('text', (text) => (current.text += text));
  parser.on('cdata', (text) => (current.text += text));
  parser.on('closetag', () => {
    const { position } = parser;
    const isEmpty = position === current.innerStart;
    current.innerEnd = isEmpty ? position : source.lastIndexOf('<', position - 1);
    current.end = position;
    current = current.parent ?? root;
    depth -= 1;
  });
  parser.write(source).close();
  return root;
}

function node(
  name: string,
  attributes: Record<string, string>,
  parent: XmlNode | null,
  start: number,
): XmlNode {
  return { name, attributes, parent, children: [], start, end: 0, innerStart: 0, innerEnd: 0, text: '' };
}

/** All elements of that name below, in their order; what is inside a found one is looked into as well. */
export function descendants(from: XmlNode, name: string): XmlNode[] {
  const found: XmlNode[] = [];
  const visit = (each: XmlNode) => {
    for (const child of each.children) {
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(from);
  return found;
}

export const childOf = (from: XmlNode | undefined, name: string): XmlNode | undefined =>
  from?.children.find((child) => child.name === name);

/** A place of the source and what stands there instead. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The part of the source between two positions with the edits that lie in it. */
export function edited(source: string, edits: readonly Edit[], from = 0, to = source.length): string {
  const sorted = edits
    .filter(({ start, end }) => start >= from && end <= to)
    .sort((a, b) => a.start - b.start);
  let text = '';
  let at = from;
  for (const edit of sorted) {
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + source.slice(at, to);
}
