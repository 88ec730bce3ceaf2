import { expect, it } from 'vitest';
import { createMemory } from './load-kernel.ts';
import { bytesOfBase64 } from './base64.ts';

it('the compiled kernel runs where it can, each one when asked for', () => {
  expect(createMemory(0).kernel.name).toBe('simd');
  expect(createMemory(0, 'simd').kernel.name).toBe('simd');
  expect(createMemory(0, 'plain').kernel.name).toBe('plain');
});

it('both kernels have the same functions', () => {
  const functions = (kind: 'simd' | 'plain') => Object.keys(createMemory(0, kind).kernel).toSorted();
  expect(functions('simd')).toEqual(functions('plain'));
});

it.each(['simd', 'plain'] as const)('a memory of the %s kernel has its bytes and grows', (kind) => {
  const { memory, kernel } = createMemory(100_000, kind);
  expect(memory.buffer.byteLength).toBe(131_072);
  const before = memory.buffer;
  expect(memory.grow(2)).toBe(2);
  expect(before.byteLength).toBe(0);
  expect(memory.buffer.byteLength).toBe(262_144);
  new Uint8Array(memory.buffer, 200_000, 16).fill(1);
  expect(kernel.count(200_000, 16)).toBe(16);
  expect(() => memory.grow(65_536)).toThrow(RangeError);
});

it('base64 gives the bytes it was made from', () => {
  for (let length = 0; length < 10; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 73 + 250) & 255);
    expect(bytesOfBase64(btoa(String.fromCharCode(...bytes)))).toEqual(bytes);
  }
});
