/** Gives each person's file a name of its own: 张三, 张三2, 张三3 … in the order in which they come. */
export class FileNames {
  readonly #used = new Map<string, number>();

  next(name: string): string {
    const plain = safeName(name);
    const key = plain.toLowerCase();
    const count = (this.#used.get(key) ?? 0) + 1;
    this.#used.set(key, count);
    if (count === 1) return plain;
    const numbered = `${plain}${count}`;
    // 张三2 may itself be somebody's name.
    return this.#used.has(numbered.toLowerCase()) ? this.next(name) : this.#take(numbered);
  }

  #take(name: string): string {
    this.#used.set(name.toLowerCase(), 1);
    return name;
  }
}

/** A name that every file system takes. */
export function safeName(name: string): string {
  const plain = name
    .replaceAll(/[\u0000-\u001f\\/:*?"<>|]/g, '_')
    .replace(/[. ]+$/, '')
    .slice(0, 80);
  return plain === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(plain) ? `_${plain}` : plain;
}
