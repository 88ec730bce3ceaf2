/** Replaces names of units in a text, longer ones first, each place once: a new name may have an old one in it. */
export function replaceNames(text: string, names: ReadonlyMap<string, string>): string {
  if (text === '' || names.size === 0) return text;
  const old = [...names.keys()].filter((name) => name !== '').toSorted((a, b) => b.length - a.length);
  if (old.length === 0) return text;
  const pattern = new RegExp(
    old.map((name) => name.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('|'),
    'gu',
  );
  return text.replaceAll(pattern, (name) => names.get(name) ?? name);
}
