import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Arena } from './arena.ts';
import { FreeBlocks } from './free-blocks.ts';
import { PlainMemory } from './plain-memory.ts';

describe('free blocks', () => {
  it('are found by their size, then as part of what neighbours are together', () => {
    const free = new FreeBlocks();
    for (const at of [0, 1, 2, 5]) free.add(1_000_000 + at * 8192, 8192);
    expect(free.take(4096 * 7)).toBeUndefined();
    expect(free.take(4096 * 5)).toBe(1_000_000);
    expect(free.bytes).toBe(4096 + 8192);
    expect(free.take(8192)).toBe(1_000_000 + 5 * 8192);
    expect(free.take(4096)).toBe(1_000_000 + 5 * 4096);
    expect(free.take(64)).toBeUndefined();
  });

  it('never give the same bytes twice, whatever is taken and given back', () => {
    const step = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 40_000 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const arena = new Arena(new PlainMemory(0));
        const held: { pointer: number; bytes: number; mark: number }[] = [];
        const dirty: number[] = [];
        steps.forEach(([take, number], mark) => {
          if (take) {
            const pointer = arena.allocate(number);
            if (arena.u8(pointer, number).some((byte) => byte !== 0)) dirty.push(pointer);
            arena.u8(pointer, number).fill(mark + 1);
            held.push({ pointer, bytes: number, mark: mark + 1 });
          } else {
            const [gone] = held.splice(number % (held.length + 1), 1);
            if (gone) arena.free(gone.pointer, gone.bytes);
            if (number % 3 === 0) arena.trim();
          }
          for (const one of held) {
            expect(arena.u8(one.pointer, one.bytes).every((byte) => byte === one.mark)).toBe(true);
          }
        });
        expect(dirty).toEqual([]);
        for (const one of held) arena.free(one.pointer, one.bytes);
        arena.trim();
        expect(arena.freeBytes).toBe(0);
        expect(arena.top).toBe(new Arena(new PlainMemory(0)).top);
      }),
      { seed: 20261125, numRuns: 200 },
    );
  });
});
