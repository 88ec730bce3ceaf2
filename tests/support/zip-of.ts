import { zipSync } from 'fflate';

/** A zip as Windows programs in China write it: names in GBK, without the flag that would say so. */
export function gbkZip(
  files: readonly { readonly gbkName: Uint8Array; readonly data: Uint8Array }[],
): Buffer {
  const placeholders = files.map(({ gbkName }, index) => `${index}`.padStart(gbkName.length, '_'));
  const entries = files.map(({ data }, index) => [placeholders[index] ?? '', data] as const);
  const zip = Buffer.from(zipSync(Object.fromEntries(entries)));
  files.forEach(({ gbkName }, index) => {
    const placeholder = placeholders[index] ?? '';
    // Each name stands twice: before its data, and in the directory at the end.
    for (let at = zip.indexOf(placeholder); at >= 0; at = zip.indexOf(placeholder, at + 1))
      zip.set(gbkName, at);
  });
  return zip;
}
