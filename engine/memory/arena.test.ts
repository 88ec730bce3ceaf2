import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemory } from '../kernel/load-kernel.ts';
import { Arena } from './arena.ts';

describe.each(['simd', 'plain'] as const)('an arena in the memory of the %s kernel', (kind) => {
  const create = (): Arena => new Arena(createMemory(0, kind).memory);

  it('gives blocks at multiples of 64, zeroed, behind the first page', () => {
    const arena = create();
    for (const bytes of [0, 1, 63, 64, 65, 1000, 100_000]) {
      const block = arena.allocate(bytes);
      expect(block % 64).toBe(0);
      expect(block).toBeGreaterThanOrEqual(65_536);
      expect(arena.u8(block, bytes + 256).every((byte) => byte === 0)).toBe(true);
      arena.u8(block, bytes + 256).fill(0xff);
    }
  });

  it('gives back a freed block of the same size, zeroed again', () => {
    const arena = create();
    const first = arena.allocate(1000);
    arena.u8(first, 1000).fill(7);
    const top = arena.top;
    arena.free(first, 1000);
    expect(arena.allocate(5000)).not.toBe(first);
    const again = arena.allocate(1010);
    expect(again).toBe(first);
    expect(arena.top).toBeGreaterThan(top);
    expect(arena.u8(again, 1010).every((byte) => byte === 0)).toBe(true);
  });

  it('does not mind giving nothing back', () => {
    const arena = create();
    arena.free(0, 100);
    expect(arena.allocate(100)).toBeGreaterThan(0);
  });

  it('resizes with the content kept and the rest zero', () => {
    const arena = create();
    const block = arena.allocate(300);
    arena.u8(block, 300).fill(9);
    const larger = arena.resize(block, 300, 5000);
    expect(arena.u8(larger, 5000).every((byte, at) => byte === (at < 300 ? 9 : 0))).toBe(true);
    const smaller = arena.resize(larger, 5000, 100);
    expect(arena.u8(smaller, 100).every((byte) => byte === 9)).toBe(true);
    expect(arena.resize(0, 0, 10)).toBeGreaterThan(0);
  });

  it('zeroes what a resize adds within the same block', () => {
    const arena = create();
    const block = arena.allocate(10);
    arena.u8(block, 10).fill(9);
    const smaller = arena.resize(block, 10, 4);
    const larger = arena.resize(smaller, 4, 12);
    expect([...arena.u8(larger, 12)]).toEqual([9, 9, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('takes views away when it grows, and keeps what they showed', () => {
    const arena = create();
    const block = arena.allocate(16);
    const view = arena.u32(block, 4);
    view.set([1, 2, 3, 4]);
    arena.allocate(10_000_000);
    expect(view.length).toBe(0);
    expect([...arena.u32(block, 4)]).toEqual([1, 2, 3, 4]);
  });

  it('goes on behind blocks that were there before', () => {
    const arena = new Arena(createMemory(0, kind).memory, 1_000_000);
    expect(arena.top).toBe(1_000_000);
    expect(arena.allocate(10)).toBe(1_000_000);
  });

  it('never gives the same bytes twice', () => {
    const step = fc.record({ bytes: fc.nat({ max: 3000 }), free: fc.boolean(), which: fc.nat() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const arena = create();
        const blocks: { pointer: number; bytes: number; mark: number }[] = [];
        let mark = 0;
        for (const { bytes, free, which } of steps) {
          const old = free ? blocks.splice(which % Math.max(1, blocks.length), 1)[0] : undefined;
          if (old) arena.free(old.pointer, old.bytes);
          const pointer = arena.allocate(bytes);
          mark = (mark + 1) % 256;
          arena.u8(pointer, bytes).fill(mark);
          blocks.push({ pointer, bytes, mark });
          for (const block of blocks) {
            expect(arena.u8(block.pointer, block.bytes).every((byte) => byte === block.mark)).toBe(true);
          }
        }
      }),
      { seed: 41, numRuns: 60 },
    );
  });
});
