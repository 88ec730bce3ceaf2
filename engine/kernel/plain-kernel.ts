import type { LinearMemory } from '../memory/arena.ts';
import type { Kernel } from './kernel.ts';
import { plainBitmaps } from './plain/bitmaps.ts';
import { plainCounting } from './plain/counting.ts';
import { plainLifts } from './plain/lifts.ts';
import { plainPlanes } from './plain/planes.ts';
import { plainScans } from './plain/scans.ts';
import { plainText } from './plain/text.ts';
import { viewsOf } from './plain/views.ts';

/** The kernel in TypeScript, for hosts without WebAssembly SIMD and to check the other one against. */
export function plainKernel(memory: LinearMemory): Kernel {
  const views = viewsOf(memory);
  return {
    name: 'plain',
    ...plainScans(views),
    ...plainBitmaps(views),
    ...plainCounting(views),
    ...plainPlanes(views),
    ...plainLifts(views),
    ...plainText(views),
  };
}
