const kinds: readonly [name: string, start: readonly number[]][] = [
  ['JPEG 图片', [0xff, 0xd8, 0xff]],
  ['PNG 图片', [0x89, 0x50, 0x4e, 0x47]],
  ['GIF 图片', [0x47, 0x49, 0x46, 0x38]],
  ['BMP 图片', [0x42, 0x4d]],
  ['压缩包，或 Word、Excel 文件', [0x50, 0x4b, 0x03, 0x04]],
  ['旧版 Word、Excel 文件', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF 文件', [0x25, 0x50, 0x44, 0x46]],
  ['RAR 压缩包', [0x52, 0x61, 0x72, 0x21]],
];

/** What a file that is no form is instead, in Chinese; null where the first bytes do not tell. */
export function foreignKind(bytes: Uint8Array): string | null {
  return kinds.find(([, start]) => start.every((value, index) => bytes[index] === value))?.[0] ?? null;
}
