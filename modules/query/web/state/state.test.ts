import { describe, expect, it } from 'vitest';
import { all, contains, is } from '../../model/test-conditions.ts';
import { fragmentOf, readFragment, storedFragment, storedIdIn } from './fragment.ts';
import { changedTo, redone, startHistory, undone } from './undo-history.ts';

describe('the question in the address', () => {
  const parts = [is('A01.sexCode', '2'), contains('A01.resumeText', '驻村')];
  const question = { where: all(...parts) };

  it('comes back as it was', () => {
    const asked = {
      question,
      asOf: '2020-06-30',
      columns: ['age'],
      sort: [{ field: 'age', descending: true }],
    };
    const fragment = fragmentOf(asked) ?? '';
    expect(fragment).toMatch(/^q=[\w-]+$/);
    expect(readFragment(`#${fragment}`)).toEqual(asked);
    expect(readFragment(fragment)).toEqual(asked);
  });

  it('is empty where nothing is asked, and has only what is finished', () => {
    expect(fragmentOf({ question: { where: all() } })).toBe('');
    const half = fragmentOf({ question: { where: all(is('age'), ...parts) } });
    expect(readFragment(half ?? '')?.question).toEqual(question);
  });

  it('names what is saved', () => {
    const fragment = storedFragment('01980000-0000-7000-8000-000000000101');
    expect(storedIdIn(`#${fragment}`)).toBe('01980000-0000-7000-8000-000000000101');
    expect(readFragment(fragment)).toBeNull();
    expect(storedIdIn(fragmentOf({ question }) ?? '')).toBeNull();
  });

  it('never names people', () => {
    const people = { op: 'people', ids: ['p1'] } as const;
    expect(fragmentOf({ question: { where: all({ op: 'not', of: people }) } })).toBeNull();
  });

  it('that was cut off or made up is no question', () => {
    const fragment = fragmentOf({ question }) ?? '';
    for (const bad of [
      '',
      'q=',
      'p=1',
      fragment.slice(0, -7),
      `q=${btoa('{"question":{"where":1}}')}`,
      'q=%%',
    ])
      expect(readFragment(bad), bad).toBeNull();
  });
});

describe('undo', () => {
  it('goes back and forth', () => {
    let history = startHistory(1);
    history = changedTo(changedTo(history, 2), 3);
    expect(undone(history).present).toBe(2);
    expect(redone(undone(history))).toMatchObject({ past: [1, 2], present: 3, future: [] });
    expect(undone(undone(undone(history))).present).toBe(1);
    expect(redone(history)).toBe(history);
    expect(changedTo(undone(history), 4).future).toEqual([]);
  });

  it('takes a word that was typed as one step', () => {
    let history = startHistory('');
    for (const text of ['王', '王小', '王小明']) history = changedTo(history, text, 'where.of[0]');
    expect(undone(history).present).toBe('');
    history = changedTo(history, '李', 'where.of[1]');
    expect(undone(history).present).toBe('王小明');
  });
});
