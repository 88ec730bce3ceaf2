import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberTree, type TreeUnit } from './number-tree.ts';

const unit = (id: string, parent: string | null, order: number): TreeUnit => ({
  id,
  parent,
  order,
  name: id,
});

describe('the tree of units', () => {
  it('runs in statutory order, each unit before what is below it', () => {
    const numbers = numberTree([
      unit('财政局', '区政府', 2),
      unit('区政府', null, 2),
      unit('区委', null, 1),
      unit('组织部', '区委', 1),
      unit('发改局', '区政府', 1),
    ]);
    expect(numbers.map(({ id, first, last, depth }) => [id, first, last, depth])).toEqual([
      ['区委', 0, 1, 0],
      ['组织部', 1, 1, 1],
      ['区政府', 2, 4, 0],
      ['发改局', 3, 3, 1],
      ['财政局', 4, 4, 1],
    ]);
  });

  it('keeps every unit, also orphans and circles, and ranges are nested', () => {
    const names = fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己', '无');
    const trees = fc.uniqueArray(
      fc.record({ id: names, parent: fc.option(names), order: fc.nat(3), name: names }),
      {
        selector: (u) => u.id,
      },
    );
    fc.assert(
      fc.property(trees, (units) => {
        const numbers = numberTree(units);
        expect(numbers.map(({ id }) => id).toSorted()).toEqual(units.map(({ id }) => id).toSorted());
        numbers.forEach(({ first, last }, index) => {
          expect(first).toBe(index);
          for (const inner of numbers.slice(first, last + 1)) expect(inner.last).toBeLessThanOrEqual(last);
        });
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });
});
