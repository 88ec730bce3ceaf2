import { webAssembly, type HostMemory } from '../host.ts';
import { bytesOfBase64 } from './base64.ts';
import { kernelBytes } from './kernel-bytes.ts';
import type { Kernel } from './kernel.ts';

/** What the compiled module gives: the kernel with every argument a number and every answer signed. */
interface Exports extends Omit<Kernel, 'name' | 'liftMonths' | 'countPlanes'> {
  liftMonths(...numbers: number[]): void;
  countPlanes(...numbers: number[]): void;
}

/** A module with one instruction of the vector extension that came last into it, `i8x16.popcnt`. */
const probe = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98,
  11,
]);

let module: object | undefined;

/** Does the host have WebAssembly with SIMD? */
export function hasSimd(): boolean {
  return webAssembly?.validate(probe) ?? false;
}

/** The compiled kernel over a memory; only where `hasSimd`. */
export function simdKernel(memory: HostMemory): Kernel {
  if (!webAssembly) throw new Error('there is no WebAssembly here');
  module ??= new webAssembly.Module(bytesOfBase64(kernelBytes));
  const instance = new webAssembly.Instance(module, { env: { memory } });
  const exports = instance.exports as Exports;
  return {
    ...exports,
    name: 'simd',
    nth32: (...work) => exports.nth32(...work) >>> 0,
    checksum: (...work) => exports.checksum(...work) >>> 0,
    countPlanes(bits, outer, inner, counts, bytes) {
      const fields = [outer, inner].flatMap(({ pointer, stride, many, groups }) => [
        pointer,
        stride,
        many,
        groups,
      ]);
      exports.countPlanes(bits, ...fields, counts, bytes);
    },
    liftMonths(start, length, parents, rowBits, from, to, lasting, asOf, candidates, out) {
      const dates = [from.months, from.parts, to.months, to.parts];
      exports.liftMonths(start, length, parents, rowBits, ...dates, lasting, asOf, candidates, out);
    },
  };
}
