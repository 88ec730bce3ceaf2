import { expect, test } from 'vitest';
import { movedRow } from './order-buttons.tsx';

const rows = ['父亲', '母亲', '妻子'].map((relation) => ({ id: relation, relation, order: 7 }));
const places = (moved: readonly { readonly [key: string]: unknown }[]) =>
  moved.map((row) => [row['relation'], row['order']]);

test('a moved row changes places with its neighbour, and all are counted anew', () => {
  expect(places(movedRow(rows, 2, -1))).toEqual([
    ['父亲', 1],
    ['妻子', 2],
    ['母亲', 3],
  ]);
  expect(places(movedRow(rows, 0, 1))).toEqual([
    ['母亲', 1],
    ['父亲', 2],
    ['妻子', 3],
  ]);
});
