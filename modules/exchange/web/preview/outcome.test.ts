import { expect, test } from 'vitest';
import { canLeaveOut, outcomeOf } from './outcome.ts';

test('without a choice the state decides, and an unclear form stays open', () => {
  expect(outcomeOf({ state: 'created', choice: null })).toBe('create');
  expect(outcomeOf({ state: 'updated', choice: null })).toBe('update');
  expect(outcomeOf({ state: 'unchanged', choice: null })).toBe('unchanged');
  expect(outcomeOf({ state: 'ambiguous', choice: null })).toBe('open');
});

test('the operator chooses a person, a new person, or to leave the form out', () => {
  expect(outcomeOf({ state: 'ambiguous', choice: '0192aa' })).toBe('update');
  expect(outcomeOf({ state: 'ambiguous', choice: 'create' })).toBe('create');
  expect(outcomeOf({ state: 'created', choice: 'skip' })).toBe('skip');
});

test('a form that could not be read stays refused', () => {
  expect(outcomeOf({ state: 'refused', choice: 'create' })).toBe('refused');
  expect(canLeaveOut({ state: 'refused' })).toBe(false);
  expect(canLeaveOut({ state: 'unchanged' })).toBe(false);
  expect(canLeaveOut({ state: 'ambiguous' })).toBe(true);
});
