/** The parts of a TrueType font that a PDF needs. Glyphs are numbers, 0 is the box for a missing one. */
export interface TrueType {
  unitsPerEm: number;
  /** Font units: above and below the baseline. */
  ascent: number;
  descent: number;
  /** xMin, yMin, xMax, yMax in font units. */
  box: readonly number[];
  table(tag: string): Uint8Array | null;
  /** The glyph of a character, 0 when the font does not have it. */
  glyphOf(codePoint: number): number;
  /** Advance width and left side bearing in font units. */
  metrics(glyph: number): { advance: number; bearing: number };
  /** The glyph's outline as it stands in the font; empty for a blank. */
  outline(glyph: number): Uint8Array;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function readTables(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = viewOf(bytes);
  const tables = new Map<string, Uint8Array>();
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const start = view.getUint32(at + 8);
    tables.set(tag, bytes.subarray(start, start + view.getUint32(at + 12)));
  }
  return tables;
}

/** Format 12 of the character map: ranges of characters with consecutive glyphs. */
function characterMap(cmap: Uint8Array): (codePoint: number) => number {
  const view = viewOf(cmap);
  const count = view.getUint16(2);
  let start = -1;
  for (let index = 0; index < count; index += 1) {
    const at = view.getUint32(4 + index * 8 + 4);
    if (view.getUint16(at) === 12) start = at;
  }
  if (start < 0) throw new Error('字体文件没有可用的字符映射表（cmap 格式 12）。');
  const groups = view.getUint32(start + 12);
  return (codePoint) => {
    let low = 0;
    let high = groups - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = start + 16 + middle * 12;
      if (codePoint < view.getUint32(at)) high = middle - 1;
      else if (codePoint > view.getUint32(at + 4)) low = middle + 1;
      else return view.getUint32(at + 8) + codePoint - view.getUint32(at);
    }
    return 0;
  };
}

/** Opens a font file with TrueType outlines (`glyf`). */
export function openTrueType(bytes: Uint8Array): TrueType {
  const tables = readTables(bytes);
  const need = (tag: string): Uint8Array => {
    const table = tables.get(tag);
    if (!table) throw new Error(`字体文件缺少 ${tag} 表，不能用于生成 PDF。`);
    return table;
  };
  const [head, hhea, hmtx, loca] = [
    viewOf(need('head')),
    viewOf(need('hhea')),
    viewOf(need('hmtx')),
    viewOf(need('loca')),
  ];
  const glyf = need('glyf');
  const longLoca = head.getInt16(50) === 1;
  const metricCount = hhea.getUint16(34);
  const placeOf = (glyph: number): number =>
    longLoca ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2;
  return {
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    box: [36, 38, 40, 42].map((at) => head.getInt16(at)),
    table: (tag) => tables.get(tag) ?? null,
    glyphOf: characterMap(need('cmap')),
    metrics(glyph) {
      const last = Math.min(glyph, metricCount - 1);
      const bearingAt = glyph < metricCount ? glyph * 4 + 2 : metricCount * 4 + (glyph - metricCount) * 2;
      return { advance: hmtx.getUint16(last * 4), bearing: hmtx.getInt16(bearingAt) };
    },
    outline: (glyph) => glyf.subarray(placeOf(glyph), placeOf(glyph + 1)),
  };
}
