import type { Kernel } from '../kernel.ts';
import type { Views } from './views.ts';

export function plainText(views: () => Views): Pick<Kernel, 'find'> {
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
  };
}
