import { expect, it } from 'vitest';
import { withoutTag, withTag, withTagsMerged } from './tag-rows.ts';

const finance = { kind: '1', name: '财政' };
const money = { kind: '1', name: '财政金融' };
const rows = [
  { id: '1', kindCode: '1', name: '财政', note: '局长八年', recognizedOn: '2022-05' },
  { id: '2', kindCode: '1', name: '财政金融', note: '专业对口', recognizedOn: '2024-01' },
  { id: '3', kindCode: '3', name: '财政' },
];

it('a tag is given once and taken away', () => {
  const said = { note: '', recognizedOn: '2026-01-01' };
  expect(withTag(rows, 'n', money, said)).toBeNull();
  expect(withTag([], 'n', money, said)).toEqual([
    { id: 'n', kindCode: '1', name: '财政金融', recognizedOn: '2026-01-01' },
  ]);
  expect(withoutTag(rows, finance)?.map(({ id }) => id)).toEqual(['2', '3']);
  expect(withoutTag(rows, { kind: '2', name: '财政' })).toBeNull();
});

it('tags that become one leave one row with the earliest date and the notes of all; other kinds stay', () => {
  expect(withTagsMerged(rows, [finance], money)).toEqual([
    { id: '1', kindCode: '1', name: '财政金融', note: '局长八年；专业对口', recognizedOn: '2022-05' },
    rows[2],
  ]);
  expect(withTagsMerged(rows.slice(1), [finance], money)).toBeNull();
});
