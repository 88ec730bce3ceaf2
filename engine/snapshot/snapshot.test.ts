import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kernel } from '../kernel/kernel.ts';
import { createMemory } from '../kernel/load-kernel.ts';
import { bitmapBytesOf } from '../text/pair-index.ts';
import type { Dataset } from '../table/dataset.ts';
import { memoryOf } from '../table/memory-report.ts';
import type { MutableDataset } from '../table/mutable-dataset.ts';
import { testDataset, testId, testPerson } from '../table/test-dataset.ts';
import { somebody, someUnits, testSchema } from '../table/test-people.ts';
import { testBits, testRowsOf } from '../table/test-rows.ts';
import { openSnapshot, readSnapshot } from './read-snapshot.ts';
import { BadSnapshot, headBytes, preludeBytes } from './snapshot-format.ts';
import { snapshotChunks, SnapshotOvertaken } from './write-snapshot.ts';

const seed = 20261125;
const everybody = Array.from({ length: 12 }, (_, number) => testId(number));
const options = { initials: (text: string) => text.slice(0, 1), sortKey: (text: string) => text.slice(-1) };

function bytesOf(dataset: MutableDataset, stamp: unknown = null): Uint8Array<ArrayBuffer> {
  const chunks = Array.from(snapshotChunks(dataset, stamp), (chunk) => chunk.slice());
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function read(bytes: Uint8Array, kernel: Kernel['name'] = 'plain') {
  return readSnapshot(bytes, testSchema, createMemory(0, kernel), options);
}

/** Everything that can be seen of it. */
function seen(dataset: Dataset): unknown {
  const text = dataset.column('P1.text');
  const paragraph = dataset.column('P2.paragraph');
  const out = dataset.arena.allocate(dataset.root.bitmapBytes);
  const found = ['县', '委书', '1', ''].map((term) => {
    if (paragraph?.kind === 'paragraph') paragraph.paragraphs.contains(term, out);
    return testBits(dataset, out, dataset.root.bitmapBytes);
  });
  const pool = text?.kind === 'text' ? text.pool : undefined;
  const texts = Array.from({ length: pool?.size ?? 0 }, (_, key) => [
    pool?.textOf(key),
    pool?.initialsOf(key),
  ]);
  const units = Array.from({ length: dataset.units.size }, (_, key) => [
    dataset.units.idOf(key),
    dataset.units.lastOf(key),
  ]);
  return [everybody.map((id) => testRowsOf(dataset, id)), found, texts, [...(pool?.ranks() ?? [])], units];
}

function faultOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof BadSnapshot) return error.fault;
    throw error;
  }
  return 'none';
}

describe('a snapshot', () => {
  it.each(['simd', 'plain'] as const)(
    'brings everything back, and lives on, with the %s kernel',
    (kernel) => {
      const people = fc.array(somebody, { maxLength: 12 });
      fc.assert(
        fc.property(people, someUnits, people, people, (first, units, second, third) => {
          const dataset = testDataset(testSchema, first, { units, kernel, ...options });
          dataset.patch({ changed: second, removed: [testId(3)] });
          const before = seen(dataset);
          const again = read(bytesOf(dataset, { place: 7 }), kernel === 'simd' ? 'plain' : 'simd');
          expect(again.stamp).toEqual({ place: 7 });
          expect(memoryOf(again.dataset)).toMatchObject({ total: memoryOf(dataset).total, free: 0 });
          expect(seen(again.dataset)).toEqual(before);
          for (const one of [dataset, again.dataset]) one.patch({ changed: third, removed: [testId(5)] });
          expect(seen(again.dataset)).toEqual(seen(dataset));
        }),
        { seed, numRuns: 60 },
      );
    },
  );

  const dataset = testDataset(
    testSchema,
    Array.from({ length: 300 }, (_, number) =>
      testPerson(number, {
        P2: [{ paragraph: `第${number}人，县委书记` }],
        C1: [{ date: '2001' }, { text: '科员' }],
      }),
    ),
  );
  const whole = bytesOf(dataset);

  it('is refused when a byte is wrong', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        // The last bytes are padding behind the checksum.
        fc.pre(at < whole.length - 12);
        const damaged = whole.slice();
        damaged[at] = (damaged[at] ?? 0) ^ change;
        expect(faultOf(() => read(damaged))).not.toBe('none');
      }),
      { seed, numRuns: 400 },
    );
  });

  it('is refused when it is cut short, too long, of another format or schema', () => {
    for (const length of [0, 5, 16, 17, 5000, whole.length - 16, whole.length - 1]) {
      expect(
        faultOf(() => read(whole.subarray(0, length))),
        String(length),
      ).not.toBe('none');
    }
    expect(faultOf(() => read(new Uint8Array([...whole, 0])))).toBe('length');
    expect(faultOf(() => read(new TextEncoder().encode('{"people":[],"units":[]}')))).toBe('not-a-snapshot');
    const later = whole.slice();
    later[7] = 0x39;
    expect(faultOf(() => read(later))).toBe('format');
    const other = { ...testSchema, sets: testSchema.sets.slice(1) };
    expect(faultOf(() => readSnapshot(whole, other, createMemory(0, 'plain')))).toBe('schema');
  });

  it('is read straight into the memory', () => {
    const head = whole.subarray(0, headBytes(whole.subarray(0, preludeBytes)));
    const made = createMemory(0, 'plain');
    const opened = openSnapshot(head, whole.length, testSchema, made);
    expect(opened.target.buffer).toBe(made.memory.buffer);
    const body = whole.subarray(head.length);
    for (let at = 0; at < opened.target.length; at += 1000) {
      opened.target.set(body.subarray(at, Math.min(at + 1000, opened.target.length)), at);
    }
    expect(seen(opened.finish(whole.subarray(-16)))).toEqual(seen(dataset));
  });

  it('is given up when the dataset changes while it is written', () => {
    const changing = testDataset(testSchema, [testPerson(1, { P1: [{ text: '甲' }] })]);
    const patched = snapshotChunks(changing, null);
    patched.next();
    changing.patch({ changed: [testPerson(2, {})], removed: [] });
    expect(() => [...patched]).toThrow(SnapshotOvertaken);
    const ordered = snapshotChunks(changing, null);
    ordered.next();
    const text = changing.column('P1.text');
    expect(text?.kind === 'text' && text.pool.ranks().length).toBe(2);
    expect(() => [...ordered]).toThrow(SnapshotOvertaken);
  });

  it('keeps the index and what was written since', () => {
    const indexed = testDataset(
      testSchema,
      Array.from({ length: 500 }, (_, number) =>
        testPerson(number, { P2: [{ paragraph: `县委${number}` }] }),
      ),
    );
    indexed.patch({ changed: [testPerson(7, { P2: [{ paragraph: '省委' }] })], removed: [] });
    const again = read(bytesOf(indexed)).dataset;
    const column = again.column('P2.paragraph');
    const out = again.arena.allocate(bitmapBytesOf(500));
    if (column?.kind === 'paragraph') column.paragraphs.contains('省委', out);
    expect(testBits(again, out, bitmapBytesOf(500))).toEqual([7]);
    expect([...again.maintain()]).toHaveLength(0);
  });
});
