import type { EmbeddedFont } from './embedded-font.ts';
import type { ObjectNumber, ObjectWriter } from './object-writer.ts';

/** Pages below one node of the page tree. */
const pagesPerNode = 64;

/** What a page draws. */
export interface PageContent {
  /** Width and height in points, as PDF source. */
  readonly media: string;
  readonly content: ObjectNumber;
  /** Entries of the page's pictures and forms: `/B 5 0 R`. */
  readonly objects: string;
}

/** The pages of a file, and the fonts that all of them share; only their places are kept. */
export class PageTree {
  /** The dictionary of all fonts, to be named in the resources of whatever draws text. */
  readonly fontTable: ObjectNumber;
  /** So many pages are in. */
  count = 0;
  readonly #writer: ObjectWriter;
  readonly #root: ObjectNumber;
  readonly #nodes: { number: ObjectNumber; pages: ObjectNumber[] }[] = [];

  constructor(writer: ObjectWriter) {
    this.#writer = writer;
    this.#root = writer.reserve();
    this.fontTable = writer.reserve();
  }

  add({ media, content, objects }: PageContent): void {
    const node = this.#nodeWithRoom();
    this.count += 1;
    node.pages.push(
      this.#writer.object(
        `<</Type/Page/Parent ${node.number} 0 R/MediaBox[0 0 ${media}]/Contents ${content} 0 R` +
          `/Resources<</Font ${this.fontTable} 0 R/XObject<<${objects}>>>>>>`,
      ),
    );
  }

  /** Writes the fonts, the tree and the end of the file. */
  end(fonts: readonly EmbeddedFont[]): void {
    const writer = this.#writer;
    const used = fonts.map((font, index) => (font.isUsed ? `/F${index} ${font.write(writer)} 0 R` : ''));
    writer.object(`<<${used.join('')}>>`, this.fontTable);
    for (const { number, pages } of this.#nodes) {
      const kids = pages.map((page) => `${page} 0 R`).join(' ');
      writer.object(`<</Type/Pages/Parent ${this.#root} 0 R/Count ${pages.length}/Kids[${kids}]>>`, number);
    }
    const kids = this.#nodes.map(({ number }) => `${number} 0 R`).join(' ');
    writer.object(`<</Type/Pages/Count ${this.count}/Kids[${kids}]>>`, this.#root);
    writer.end(writer.object(`<</Type/Catalog/Pages ${this.#root} 0 R/Lang(zh-CN)>>`));
  }

  #nodeWithRoom(): { number: ObjectNumber; pages: ObjectNumber[] } {
    const last = this.#nodes.at(-1);
    if (last && last.pages.length < pagesPerNode) return last;
    const node = { number: this.#writer.reserve(), pages: [] };
    this.#nodes.push(node);
    return node;
  }
}
