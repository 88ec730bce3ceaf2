import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordRow } from '#platform/model';
import { treeAsOf } from './tree-as-of.ts';
import { unitEvents } from './unit-events.ts';
import { formerNames, nameSpans, unitNow, unitStateOn, type UnitState } from './unit-state.ts';

const event = (id: string, on: string, code: string, rest: Record<string, string> = {}): RecordRow => ({
  id,
  changedOn: on,
  changeCode: code,
  ...rest,
});

describe('the history of a unit', () => {
  const now = unitNow({ id: 'r', name: '文化和旅游局', levelCode: '109', parentOrgCode: '区政府' });
  const events = unitEvents([
    event('c', '2019-03', '2', { nameBefore: '文化广电局', nameAfter: '文化和旅游局' }),
    event('a', '2002', '1', { nameAfter: '文化局', levelAfter: '110' }),
    event('b', '2010-05-20', '2', {
      nameBefore: '文化局',
      nameAfter: '文化广电局',
      levelBefore: '110',
      levelAfter: '109',
    }),
  ]);

  it('answers the name, level and unit above of any day', () => {
    const on = (day: string) => {
      const { name, level, life } = unitStateOn(now, events, day);
      return [name, level, life];
    };
    expect(on('2001-12-31')).toEqual(['文化局', '110', 'not-founded']);
    expect(on('2002-01-01')).toEqual(['文化局', '110', 'living']);
    expect(on('2010-05-19')).toEqual(['文化局', '110', 'living']);
    expect(on('2010-05-20')).toEqual(['文化广电局', '109', 'living']);
    expect(on('2019-02-28')).toEqual(['文化广电局', '109', 'living']);
    expect(on('2019-03-01')).toEqual(['文化和旅游局', '109', 'living']);
  });

  it('knows every name and when it was borne', () => {
    expect(nameSpans(now, events)).toEqual([
      { name: '文化局', from: '2002', until: '2010-05-20' },
      { name: '文化广电局', from: '2010-05-20', until: '2019-03' },
      { name: '文化和旅游局', from: '2019-03', until: null },
    ]);
    expect(formerNames(now, events)).toEqual(['文化广电局', '文化局']);
  });

  it('ends with an abolition, or a merger into another unit, and may be founded again', () => {
    const merged = unitEvents([event('a', '2019-03-01', '5', { successor: '别的局' })]);
    expect(unitStateOn(now, merged, '2019-02-28').life).toBe('living');
    expect(unitStateOn(now, merged, '2019-03-01').life).toBe('abolished');
    const taking = unitEvents([event('a', '2019-03-01', '5')]);
    expect(unitStateOn(now, taking, '2020-01-01').life).toBe('living');
    const again = unitEvents([event('b', '2023-01-01', '1'), event('a', '2019-03-01', '6')]);
    expect(unitStateOn(now, again, '2022-12-31').life).toBe('abolished');
    expect(unitStateOn(now, again, '2023-01-01').life).toBe('living');
  });
});

const texts = fc.constantFrom('甲', '乙', '丙', '丁');
const codes = fc.option(fc.constantFrom('107', '109', '110'));
const step = fc.record({
  gap: fc.integer({ min: 0, max: 900 }),
  kind: fc.constantFrom('rename', 'regrade', 'move', 'all', 'end', 'found'),
  name: texts,
  level: codes,
  parent: fc.option(texts),
});

/** Lives forward through random events, and writes down what a clerk would have written. */
function lived(steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) {
  let state: UnitState = { name: '甲', level: '109', parent: null, life: 'living' };
  let day = Date.UTC(2000, 0, 1);
  const past: { day: string; state: UnitState }[] = [{ day: '1999-12-31', state }];
  const rows: RecordRow[] = [];
  for (const [place, { gap, kind, name, level, parent }] of steps.entries()) {
    day += (gap + 1) * 86_400_000;
    const on = new Date(day).toISOString().slice(0, 10);
    const row: Record<string, string | null> = { changedOn: on };
    if (kind === 'end' || kind === 'found') {
      if ((kind === 'end') === (state.life !== 'living')) continue;
      row['changeCode'] = kind === 'end' ? '6' : '1';
      state = { ...state, life: kind === 'end' ? 'abolished' : 'living' };
    } else {
      row['changeCode'] = '2';
      if (kind === 'rename' || kind === 'all') {
        Object.assign(row, { nameBefore: state.name, nameAfter: name });
        state = { ...state, name };
      }
      if (kind === 'regrade' || kind === 'all') {
        Object.assign(row, { levelBefore: state.level, levelAfter: level });
        state = { ...state, level };
      }
      if (kind === 'move' || kind === 'all') {
        Object.assign(row, { parentBefore: state.parent, parentAfter: parent });
        state = { ...state, parent };
      }
    }
    rows.push({ id: String(place), ...row });
    past.push({ day: on, state });
  }
  return { rows, past, now: { name: state.name, level: state.level, parent: state.parent } };
}

describe('taking events back', () => {
  const lives = fc.array(step, { maxLength: 12 }).map(lived);

  it('gives the state that stood there, whatever the order of the rows; today is B01', () => {
    fc.assert(
      fc.property(lives, fc.infiniteStream(fc.nat()), ({ rows, past, now }, shuffle) => {
        const mixed = rows
          .map((row) => ({ row, key: shuffle.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ row }) => row);
        const events = unitEvents(mixed);
        for (const [index, { day, state }] of past.entries()) {
          expect(unitStateOn(now, events, day)).toEqual(state);
          const next = past[index + 1]?.day ?? '2199-12-31';
          const eve = new Date(Date.parse(next) - 86_400_000).toISOString().slice(0, 10);
          expect(unitStateOn(now, events, eve)).toEqual(state);
        }
        const { life: _life, ...today } = unitStateOn(now, events, '2199-12-31');
        expect(today).toEqual(now);
      }),
      { seed: 20261125, numRuns: 400 },
    );
  });

  it('keeps the tree whole on every day: living units once, below living ones', () => {
    const forests = fc.array(lives, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(forests, fc.integer({ min: 0, max: 9000 }), fc.boolean(), (units, offset, all) => {
        const day = new Date(Date.UTC(1999, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);
        const given = units.map(({ rows, now }, place) => ({
          ...now,
          id: '甲乙丙丁'[place] ?? '',
          order: place,
          events: unitEvents(rows),
        }));
        const tree = treeAsOf(given, day, all);
        const wanted = given.filter(({ events, ...now }) => {
          const { life } = unitStateOn(now, events, day);
          return life === 'living' || (all && life === 'abolished');
        });
        expect(tree.map(({ id }) => id).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
        const seen = new Set<string>();
        for (const { id, parent, depth } of tree) {
          expect(parent === null || seen.has(parent)).toBe(true);
          expect(depth === 0).toBe(parent === null);
          seen.add(id);
        }
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });
});

it('leaves a unit with the next one above that was there on the day', () => {
  const unit = (id: string, parent: string | null, events: RecordRow[] = []) => ({
    id,
    name: id,
    level: null,
    parent,
    order: 1,
    events: unitEvents(events),
  });
  const units = [
    unit('区', null),
    unit('新局', '区', [event('a', '2019-03', '1')]),
    unit('科', '新局'),
    unit('旧局', '区', [event('b', '2019-03', '5', { successor: '新局' })]),
  ];
  const places = (day: string, all = false) =>
    treeAsOf(units, day, all).map(({ id, parent, depth }) => [id, parent, depth]);
  expect(places('2018-01-01')).toEqual([
    ['区', null, 0],
    ['旧局', '区', 1],
    ['科', '区', 1],
  ]);
  expect(places('2020-01-01')).toEqual([
    ['区', null, 0],
    ['新局', '区', 1],
    ['科', '新局', 2],
  ]);
  expect(places('2020-01-01', true).map(([id]) => id)).toEqual(['区', '新局', '科', '旧局']);
});
