import { describe, expect, it } from 'vitest';
import { CadreError } from '#platform/model';
import { dateBack, monthsBack } from '../bar/as-of-dates.ts';
import { problemsOf } from './problems.ts';
import { toggledSort } from './sort-keys.ts';

describe('the order of the people found', () => {
  it('goes up, down and back to the order of the office', () => {
    const up = toggledSort([], 'age', false);
    expect(up).toEqual([{ field: 'age' }]);
    const down = toggledSort(up, 'age', false);
    expect(down).toEqual([{ field: 'age', descending: true }]);
    expect(toggledSort(down, 'age', false)).toEqual([]);
  });

  it('has several keys when asked', () => {
    const two = toggledSort([{ field: 'age' }], 'rank', true);
    expect(two).toEqual([{ field: 'age' }, { field: 'rank' }]);
    expect(toggledSort(two, 'age', true)).toEqual([{ field: 'age', descending: true }, { field: 'rank' }]);
    expect(toggledSort(two, 'rank', false)).toEqual([{ field: 'rank', descending: true }]);
  });
});

describe('what is wrong with a question', () => {
  const places = new Map([
    ['where', 'where'],
    ['where.of[0]', 'where.of[2]'],
    ['where.of[1].of', 'where.of[3].of'],
  ]);

  it('stands at the node that it is about', () => {
    const problems = [
      { path: 'where.of[0].values[0]', reason: '没有这个代码' },
      { path: 'question.where.of[1].of.field', reason: '没有这个字段' },
      { path: 'where.of[9]', reason: '层次过多' },
      { path: '', reason: '太长' },
    ];
    const found = problemsOf(new CadreError('bad-question', 400, '', { problems }), places);
    expect([...found]).toEqual([
      ['where.of[2]', ['没有这个代码']],
      ['where.of[3].of', ['没有这个字段']],
      ['where', ['层次过多']],
      ['', ['太长']],
    ]);
  });

  it('is nothing where the server says nothing', () => {
    expect(problemsOf(new Error('no'), places).size).toBe(0);
    expect(problemsOf(new CadreError('busy', 503, ''), places).size).toBe(0);
  });
});

describe('the slider of the date', () => {
  it('goes back by months, to the last day where a month is short', () => {
    expect(dateBack('2026-11-25', 0)).toBe('2026-11-25');
    expect(dateBack('2026-03-31', 1)).toBe('2026-02-28');
    expect(dateBack('2026-01-15', 13)).toBe('2024-12-15');
    expect(monthsBack('2024-12-15', '2026-01-15')).toBe(13);
  });
});
