import type { Kernel } from '../kernel.ts';
import type { Views } from './views.ts';

const quote = 0x22;
const backslash = 0x5c;

export function plainText(views: () => Views): Pick<Kernel, 'find' | 'jsonStrings'> {
  return {
    find(text, units, needle, needleUnits, from) {
      const { u16 } = views();
      const begin = text >>> 1;
      const wanted = needle >>> 1;
      if (needleUnits === 0) return from <= units ? from : -1;
      const first = u16[wanted] as number;
      for (let at = from; at <= units - needleUnits; at += 1) {
        if (u16[begin + at] !== first) continue;
        let same = 1;
        while (same < needleUnits && u16[begin + at + same] === u16[wanted + same]) same += 1;
        if (same === needleUnits) return at;
      }
      return -1;
    },
    jsonStrings(json, bytes, out) {
      const { u8, u32 } = views();
      const begin = out >>> 2;
      let to = begin;
      let from = -1;
      let escaped = 0;
      for (let place = 0; place < bytes; place += 1) {
        const byte = u8[json + place];
        if (byte === backslash) {
          escaped = 0x80000000;
          place += 1;
        } else if (byte === quote && from < 0) {
          from = place + 1;
          escaped = 0;
        } else if (byte === quote) {
          u32[to] = place | escaped;
          u32[to + 1] = hashOf(u8, json + from, json + place);
          to += 2;
          from = -1;
        }
      }
      return (to - begin) >>> 1;
    },
  };
}

function hashOf(u8: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  for (let at = from; at < to; at += 4) {
    let word = 0;
    for (let byte = Math.min(4, to - at) - 1; byte >= 0; byte -= 1)
      word = (word << 8) | (u8[at + byte] as number);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
