/** A value for `{名称}`; a picture is for `{%名称}` in a Word template. */
export type TemplateValue = string | number | null | Uint8Array;

/** The fields of one row of a loop. */
export type TemplateItem = Readonly<Record<string, TemplateValue>>;

/**
 * What the placeholders stand for, by their names. A list is a loop: the rows from the one with `{#名称}` to the one with
 * `{/名称}` come once for each of its items; in them `{…}` is a field of the item, else of the whole.
 * A name that is missing in an item but is in another item of its list is an empty field.
 */
export type TemplateData = Readonly<Record<string, TemplateValue | readonly TemplateItem[]>>;

const isList = (value: TemplateData[string] | undefined): value is readonly TemplateItem[] =>
  Array.isArray(value);

/** Answers what names stand for, in a loop or outside. */
export class TemplateScope {
  readonly #data: TemplateData;
  readonly #fields = new Map<string, Set<string>>();

  constructor(data: TemplateData) {
    this.#data = data;
    for (const [name, value] of Object.entries(data)) {
      if (isList(value)) this.#fields.set(name, new Set(value.flatMap((item) => Object.keys(item))));
    }
  }

  isList(name: string): boolean {
    return this.#fields.has(name);
  }

  /** Whether there is such a field; in a loop over nobody every name may be one. */
  knows(name: string, loop: string | null): boolean {
    const fields = loop === null ? undefined : this.#fields.get(loop);
    if (fields && (fields.size === 0 || fields.has(name))) return true;
    return Object.hasOwn(this.#data, name) && !this.isList(name);
  }

  items(loop: string): readonly TemplateItem[] {
    const list = this.#data[loop];
    return isList(list) ? list : [];
  }

  value(name: string, loop: string | null, item: TemplateItem | null): TemplateValue {
    if (item && Object.hasOwn(item, name)) return item[name] ?? null;
    if (loop !== null && this.#fields.get(loop)?.has(name)) return null;
    const value = Object.hasOwn(this.#data, name) ? this.#data[name] : null;
    return value === undefined || isList(value) ? null : value;
  }
}
