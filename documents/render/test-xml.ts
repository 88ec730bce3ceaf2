import { SaxesParser } from 'saxes';

/** An element of a part, for tests. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** Reads XML strictly; throws where it is not well-formed. */
export function readXml(source: string | Uint8Array | undefined): XmlElement {
  const parser = new SaxesParser();
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [], text: '' };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('text', (text) => {
    const last = stack.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => stack.pop());
  parser.write(typeof source === 'string' ? source : Buffer.from(source ?? []).toString('utf8')).close();
  return root;
}

/** All elements of that name below, in their order. */
export function allElements(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...allElements(child, name),
  ]);
}
