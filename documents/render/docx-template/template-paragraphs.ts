import type { TemplateText } from '../template/placeholders.ts';
import { descendants, type XmlNode } from '../template/xml-tree.ts';

/** A paragraph and its texts, which a word processor cuts into runs wherever it likes. */
export interface TemplateParagraph extends TemplateText<XmlNode> {
  node: XmlNode;
  /** `w:t` elements with the place of their text in `text`. */
  pieces: readonly { node: XmlNode; start: number; end: number }[];
}

/** All paragraphs of a part in their order; `head` says where it is, 页眉 or 页脚. */
export function readParagraphs(root: XmlNode, head: string): TemplateParagraph[] {
  const tables = new Map(descendants(root, 'w:tbl').map((table, index) => [table, index + 1]));
  let outside = 0;
  return descendants(root, 'w:p').map((node) => {
    const row = ancestor(node, 'w:tr');
    if (!row) outside += 1;
    const pieces: { node: XmlNode; start: number; end: number }[] = [];
    let text = '';
    for (const piece of descendants(node, 'w:t')) {
      // A text box within a paragraph has paragraphs of its own.
      if (ancestor(piece, 'w:p') !== node) continue;
      pieces.push({ node: piece, start: text.length, end: text.length + piece.text.length });
      text += piece.text;
    }
    return { node, pieces, text, row, place: head + (row ? rowPlace(row, tables) : `第 ${outside} 段`) };
  });
}

function rowPlace(row: XmlNode, tables: ReadonlyMap<XmlNode, number>): string {
  const table = ancestor(row, 'w:tbl');
  const rows = (table?.children ?? []).filter(({ name }) => name === 'w:tr');
  return `第 ${table ? tables.get(table) : 0} 个表格第 ${rows.indexOf(row) + 1} 行`;
}

function ancestor(node: XmlNode, name: string): XmlNode | null {
  for (let each = node.parent; each; each = each.parent) if (each.name === name) return each;
  return null;
}
