let letters: Uint8Array | undefined;

/**
 * Per UTF-16 unit: 1 for letters, ideographs and their marks (halves of surrogate pairs too), 0 for digits, spaces and
 * punctuation, of which pairs say too little to be indexed.
 */
export function letterTable(): Uint8Array {
  letters ??= Uint8Array.from({ length: 0x10000 }, (_, unit) =>
    /[\p{L}\p{Nl}\p{M}\p{Cs}]/u.test(String.fromCharCode(unit)) ? 1 : 0,
  );
  return letters;
}
