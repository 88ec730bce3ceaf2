/**
 * Widths in em as 宋体 has them: ASCII and Latin letters take half an em, everything else a whole one, also the signs
 * that Chinese shares with Latin text (· “ ” — …). Marks that combine with the character before take none.
 */
export function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return 0;
  if (code < 0x7f) return 0.5;
  if (code === 0xb7 || code === 0xd7 || code === 0xf7) return 1;
  if (code < 0x300) return 0.5;
  if (code < 0x370 || (code >= 0x200b && code <= 0x200d)) return 0;
  if ((code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)) return 0;
  return 1;
}

/** Width of a text in em. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}
