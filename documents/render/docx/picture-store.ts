import type { PictureKind } from '#documents/formats';
import { pictureEnds } from './package-parts.ts';

/** The pictures of a document; the same bytes are stored once. */
export class PictureStore {
  readonly #prefix: string;
  readonly #files = new Map<Uint8Array, { relation: string; target: string }>();
  #drawn = 0;

  /** Names and relations begin with the prefix, so that they meet none that a document already has. */
  constructor(prefix = 'picture') {
    this.#prefix = prefix;
  }

  /** Keeps a picture and answers the id of its relation. */
  add(bytes: Uint8Array, kind: PictureKind): string {
    const known = this.#files.get(bytes);
    if (known) return known.relation;
    const relation = `${this.#prefix}${this.#files.size + 1}`;
    this.#files.set(bytes, { relation, target: `media/${relation}.${pictureEnds[kind.mediaType]}` });
    return relation;
  }

  /** A number for the next drawing. */
  next(): number {
    this.#drawn += 1;
    return this.#drawn;
  }

  get isEmpty(): boolean {
    return this.#files.size === 0;
  }

  relations(): { relation: string; target: string }[] {
    return [...this.#files.values()];
  }

  files(): { name: string; data: Uint8Array }[] {
    return [...this.#files].map(([data, { target }]) => ({ name: `word/${target}`, data }));
  }
}
