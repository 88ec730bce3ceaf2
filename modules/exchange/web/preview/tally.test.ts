import { expect, test } from 'vitest';
import { tallyOf, tallySentence, type Decided } from './tally.ts';

const forms: Decided[] = [
  { n: 1, state: 'created', choice: null },
  { n: 2, state: 'created', choice: 'skip' },
  { n: 3, state: 'updated', choice: null },
  { n: 4, state: 'ambiguous', choice: null },
  { n: 5, state: 'ambiguous', choice: 'create' },
  { n: 6, state: 'ambiguous', choice: '0192aa' },
  { n: 7, state: 'refused', choice: null },
  { n: 8, state: 'unchanged', choice: null },
];

test('choices move forms from one end to another', () => {
  expect(tallyOf(forms)).toEqual({ create: 2, update: 2, unchanged: 1, refused: 1, skip: 1, open: 1 });
});

test('the sentence names what is written and what is left', () => {
  expect(tallySentence(tallyOf(forms))).toBe(
    '新增 2 人，更新 2 人。1 份选择了不导入。还有 1 份待确认没有选择，不会导入。',
  );
  expect(tallySentence(tallyOf(forms.slice(0, 1)))).toBe('新增 1 人。');
});
