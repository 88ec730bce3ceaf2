import { webAssembly } from '../host.ts';
import type { LinearMemory } from '../memory/arena.ts';
import { PlainMemory } from '../memory/plain-memory.ts';
import type { Kernel } from './kernel.ts';
import { plainKernel } from './plain-kernel.ts';
import { hasSimd, simdKernel } from './simd-kernel.ts';

const page = 65_536;
/** Four gigabytes, the end of what an address reaches. */
const mostPages = 65_536;

/**
 * A memory of at least so many bytes with the kernel over it: the compiled one where the host can run it, else the one
 * in TypeScript. `kind` asks for one of the two, for tests.
 */
export function createMemory(
  bytes: number,
  kind: Kernel['name'] = hasSimd() ? 'simd' : 'plain',
): { readonly memory: LinearMemory; readonly kernel: Kernel } {
  if (kind === 'plain' || !webAssembly) {
    const memory = new PlainMemory(bytes);
    return { memory, kernel: plainKernel(memory) };
  }
  const memory = new webAssembly.Memory({ initial: Math.ceil(bytes / page), maximum: mostPages });
  return { memory, kernel: simdKernel(memory) };
}
