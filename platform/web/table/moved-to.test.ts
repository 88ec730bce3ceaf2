import { describe, expect, it } from 'vitest';
import { movedTo } from './moved-to.ts';

describe('an order', () => {
  it('has one entry moved, the others as they were', () => {
    expect(movedTo(['甲', '乙', '丙', '丁'], 0, 2)).toEqual(['乙', '丙', '甲', '丁']);
    expect(movedTo(['甲', '乙', '丙', '丁'], 3, 0)).toEqual(['丁', '甲', '乙', '丙']);
    expect(movedTo(['甲', '乙'], 1, 1)).toEqual(['甲', '乙']);
  });
});
