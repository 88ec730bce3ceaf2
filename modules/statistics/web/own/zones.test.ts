import { describe, expect, it } from 'vitest';
import { keyId, placed, removed, stepped, turned, type Zones } from './zones.ts';

const [age, sex, rank, unit] = [
  { field: 'age', bands: 'age:standard' },
  { field: 'A01.sexCode' },
  { field: 'rank' },
  { field: 'mainUnit' },
] as const;
const start: Zones = { rows: [age], columns: [sex], third: [] };
const shown = ({ rows, columns, third }: Zones) =>
  [rows, columns, third].map((keys) => keys.map(keyId).join(' '));

describe('keys in the zones of an own table', () => {
  it.each([
    ['from the list', placed(start, rank, 'third'), ['age:standard', 'A01.sexCode', 'rank']],
    ['before another', placed(start, rank, 'rows', 0), ['rank age:standard', 'A01.sexCode', '']],
    ['from one zone to another', placed(start, age, 'columns', 0), ['', 'age:standard A01.sexCode', '']],
    [
      'onto the third, which goes to the columns',
      placed(placed(start, rank, 'third'), rank, 'third'),
      ['age:standard', 'A01.sexCode', 'rank'],
    ],
    [
      'onto the third from the rows: they change places',
      placed(placed(start, rank, 'third'), age, 'third'),
      ['rank', 'A01.sexCode', 'age:standard'],
    ],
    [
      'a fourth is not taken',
      placed(placed(start, rank, 'third'), unit, 'rows'),
      ['age:standard', 'A01.sexCode', 'rank'],
    ],
    ['back to the list', removed(start, sex), ['age:standard', '', '']],
    ['turned', turned(start), ['A01.sexCode', 'age:standard', '']],
  ])('%s', (_, zones, expected) => expect(shown(zones)).toEqual(expected));

  it('step through their zone and into the next one', () => {
    const two = placed(start, rank, 'rows');
    expect(shown(two)).toEqual(['age:standard rank', 'A01.sexCode', '']);
    const back = stepped(two, rank, -1);
    expect(shown(back)).toEqual(['rank age:standard', 'A01.sexCode', '']);
    expect(shown(stepped(back, rank, 1))).toEqual(shown(two));
    expect(shown(stepped(two, rank, 1))).toEqual(['age:standard', 'rank A01.sexCode', '']);
    expect(shown(stepped(two, age, -1))).toEqual(shown(two));
    expect(shown(stepped(stepped(start, sex, 1), sex, -1))).toEqual(shown(start));
  });
});
