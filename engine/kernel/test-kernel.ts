import fc from 'fast-check';
import { Arena, type Pointer } from '../memory/arena.ts';
import type { Kernel } from './kernel.ts';
import { createMemory } from './load-kernel.ts';

export const kinds: readonly Kernel['name'][] = ['simd', 'plain'];

export type Width = 1 | 2 | 4;

/** What the functions for keys of a width are called: `range8`. */
export const bitsOfWidth = { 1: 8, 2: 16, 4: 32 } as const;

/** A memory for one property: blocks are filled with noise behind what is stored, as reused blocks are. */
export class Bench {
  readonly kernel: Kernel;
  readonly arena: Arena;

  constructor(kind: Kernel['name']) {
    const { memory, kernel } = createMemory(0, kind);
    this.kernel = kernel;
    this.arena = new Arena(memory);
  }

  block(bytes: number): Pointer {
    const pointer = this.arena.allocate(bytes);
    this.arena.u8(pointer, bytes + 256).fill(0xa5);
    return pointer;
  }

  column(width: Width, keys: readonly number[]): Pointer {
    const pointer = this.block(keys.length * width);
    this.#numbers(width, pointer, keys.length).set(keys);
    return pointer;
  }

  /** Bits past the end are set, as a kernel may leave them. */
  bitmap(bits: readonly boolean[], past = false): Pointer {
    const pointer = this.block(bitmapBytes(bits.length));
    const bytes = this.arena.u8(pointer, bitmapBytes(bits.length)).fill(0);
    for (let row = 0; row < bytes.length * 8; row += 1) {
      if (row < bits.length ? bits[row] : past) bytes[row >>> 3] = (bytes[row >>> 3] ?? 0) | (1 << (row & 7));
    }
    return pointer;
  }

  bits(pointer: Pointer, rows: number): boolean[] {
    const bytes = this.arena.u8(pointer, bitmapBytes(rows));
    return Array.from({ length: rows }, (_, row) => (((bytes[row >>> 3] ?? 0) >>> (row & 7)) & 1) === 1);
  }

  counters(length: number): Pointer {
    const pointer = this.block(length * 4);
    this.arena.u32(pointer, length).fill(0);
    return pointer;
  }

  numbers(width: Width, pointer: Pointer, length: number): number[] {
    return [...this.#numbers(width, pointer, length)];
  }

  #numbers(width: Width, pointer: Pointer, length: number): Uint8Array | Uint16Array | Uint32Array {
    if (width === 1) return this.arena.u8(pointer, length);
    return width === 2 ? this.arena.u16(pointer, length) : this.arena.u32(pointer, length);
  }
}

/** Bytes of a bitmap: a multiple of 16. */
export function bitmapBytes(rows: number): number {
  return Math.ceil(rows / 128) * 16;
}

export function keysOf(width: Width): { readonly greatest: number; readonly keys: fc.Arbitrary<number[]> } {
  const greatest = 2 ** (width * 8) - 1;
  const key = fc.oneof(fc.nat({ max: 20 }), fc.integer({ min: 0, max: greatest }), fc.constant(greatest));
  return { greatest, keys: fc.array(key, { maxLength: 300, size: 'max' }) };
}

export function allBits(rows: number, bit: boolean): boolean[] {
  return Array.from({ length: rows }, () => bit);
}

/** So many bits: a mixture, none or all. */
export function bitsFor(rows: number): fc.Arbitrary<boolean[]> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.array(fc.boolean(), { minLength: rows, maxLength: rows, size: 'max' }) },
    { weight: 1, arbitrary: fc.constant(allBits(rows, true)) },
    { weight: 1, arbitrary: fc.constant(allBits(rows, false)) },
  );
}

/** Keys with a bitmap over their rows. */
export function keysAndBits(width: Width): fc.Arbitrary<{ keys: number[]; bits: boolean[] }> {
  return keysOf(width).keys.chain((keys) => bitsFor(keys.length).map((bits) => ({ keys, bits })));
}

/** Whole numbers that look random and are the same every time. */
export function* noise(seed: number): Generator<number, never> {
  let state = seed >>> 0;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield (state ^ (state >>> 15)) >>> 0;
  }
}
