import type { CodeDictionary } from '../table/dataset.ts';
import type { CodeList } from '../table/schema.ts';

const none: readonly number[] = [];

/** The codes of a list by their place in it; codes that come and are not in the list get the keys behind. */
export class CodeKeys implements CodeDictionary {
  readonly #codes: string[] = [''];
  readonly #keys = new Map<string, number>();
  readonly #labels: string[] = [''];
  readonly #children: number[][] = [[]];
  readonly #within = new Map<number, readonly number[]>();
  /** Keys up to here are of the list; Infinity without a list. */
  readonly #listed: number;

  constructor(list: CodeList | undefined, added: readonly string[] = []) {
    for (const { code, label } of list?.entries ?? []) {
      if (!this.#keys.has(code)) this.#add(code, label);
    }
    for (const { code, parent } of list?.entries ?? []) {
      const key = this.#keys.get(code) ?? 0;
      const above = parent === undefined ? undefined : this.#keys.get(parent);
      if (above !== undefined && above !== key) this.#children[above]?.push(key);
    }
    this.#listed = list ? this.#codes.length - 1 : Number.POSITIVE_INFINITY;
    for (const code of added) this.add(code);
  }

  get size(): number {
    return this.#codes.length;
  }

  /** Codes that the list does not have, in the order of their keys. */
  get added(): readonly string[] {
    return this.#codes.slice(this.#listed === Number.POSITIVE_INFINITY ? 1 : this.#listed + 1);
  }

  keyOf(code: string): number | undefined {
    return this.#keys.get(code);
  }

  /** The key of a code, a new one when it was not there. */
  add(code: string): number {
    return this.#keys.get(code) ?? this.#add(code, code);
  }

  codeOf(key: number): string {
    return this.#codes[key] ?? '';
  }

  labelOf(key: number): string {
    return this.#labels[key] ?? '';
  }

  within(code: string): readonly number[] {
    const key = this.#keys.get(code);
    if (key === undefined) return none;
    const known = this.#within.get(key);
    if (known) return known;
    const found = this.#below(key);
    this.#within.set(key, found);
    return found;
  }

  isKnown(code: string): boolean {
    const key = this.#keys.get(code);
    return this.#listed === Number.POSITIVE_INFINITY || (key !== undefined && key <= this.#listed);
  }

  #add(code: string, label: string): number {
    const key = this.#codes.push(code) - 1;
    this.#labels.push(label);
    this.#children.push([]);
    this.#keys.set(code, key);
    return key;
  }

  #below(key: number): readonly number[] {
    const found = new Set<number>();
    const waiting = [key];
    // A list may be wrong and go round in circles.
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      waiting.push(...(this.#children[next] ?? []));
    }
    return [...found].toSorted((a, b) => a - b);
  }
}
