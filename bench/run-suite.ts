import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure, Suite } from './suite.ts';

/** Runs a suite so many times, each in a fresh folder, and takes the median of every figure. */
export async function runSuite(
  suite: Suite,
  persons: number,
  runs: number,
  onlyOurs = false,
): Promise<Figure[]> {
  const results: (readonly Figure[])[] = [];
  for (let run = 0; run < runs; run += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'cadre-bench-'));
    try {
      results.push(await suite.run({ persons, folder, onlyOurs }));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return (results[0] ?? []).map((first, index) => {
    const same = results.flatMap((figures) => figures[index] ?? []);
    const peers = Object.keys(first.peers ?? {}).map((peer) => [
      peer,
      median(same.map((figure) => figure.peers?.[peer] ?? 0)),
    ]);
    return {
      ...first,
      ours: median(same.map(({ ours }) => ours)),
      peers: Object.fromEntries(peers) as Record<string, number>,
      agree: same.every(({ agree }) => agree),
    };
  });
}

/** The middle of the values, to four digits. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
  return Number(middle.toPrecision(4));
}
