import type { LinearMemory } from '../memory/arena.ts';
import { PlainMemory } from '../memory/plain-memory.ts';
import type { Kernel } from './kernel.ts';
import { plainKernel } from './plain-kernel.ts';

/** A memory of at least so many bytes with the kernel over it; `kind` asks for one of the two, for tests. */
export function createMemory(
  bytes: number,
  kind?: Kernel['name'],
): { readonly memory: LinearMemory; readonly kernel: Kernel } {
  if (kind === 'simd') throw new Error('there is no WebAssembly with SIMD here');
  const memory = new PlainMemory(bytes);
  return { memory, kernel: plainKernel(memory) };
}
