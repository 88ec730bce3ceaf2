import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateKey, isVisible } from '#engine';
import { newId, textOf, type RecordRow } from '#platform/model';
import { unitEvents, unitNow, unitStateOn } from '#modules/organization';
import { approvedOn, isHeld, staffOn, tableBuckets, unitQuota } from '#modules/quotas';
import type { ReorganizationStep } from './plan.ts';
import { TestDistrict } from './test-reorganization.ts';

const day = '2024-03-20';
const dayBefore = '2024-03-19';

/** Made of small numbers, so that a failing case can be read. */
const district = fc.record({
  /** Of each unit: the unit above, whether it is an office, and its approved numbers. */
  units: fc.array(fc.tuple(fc.nat(6), fc.boolean(), fc.option(fc.nat(9))), { minLength: 2, maxLength: 7 }),
  /** Of each post: whose it is, in which unit, its title, when it began and ended. */
  posts: fc.array(
    fc.tuple(
      fc.nat(5),
      fc.nat(7),
      fc.constantFrom('局长', '科员', '科长'),
      fc.constantFrom('', '2010', '2019-03', '2024-03-20', '2024-03', '2025-01'),
      fc.constantFrom('', '', '', '2020-01', '2024-02', '2025-06'),
    ),
    { minLength: 1, maxLength: 14 },
  ),
  steps: fc.array(
    fc.record({
      kind: fc.constantFrom('merge', 'abolish', 'transferOffices', 'transferPeople', 'move', 'create'),
      a: fc.nat(6),
      b: fc.nat(8),
      offices: fc.constantFrom('move' as const, 'end' as const),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

type Made = typeof district extends fc.Arbitrary<infer T> ? T : never;

function build({ units, posts, steps }: Made) {
  const made = new TestDistrict();
  for (const [place, [above, isOffice, approved]] of units.entries()) {
    const parent = place === 0 ? null : `单位${above % place}`;
    const sets = approved === null ? {} : { QT01: [{ bucketCode: '11', approved, validFrom: '2019' }] };
    const slots = { PS01: [{ id: newId(), title: '局长', establishedOn: '2019', order: 1 }] };
    made.unit(`单位${place}`, parent, isOffice && parent !== null ? '2' : '1', { ...sets, ...slots });
  }
  const nameOf = (place: number) => `单位${place % units.length}`;
  const byPerson = Map.groupBy(posts, ([person]) => person);
  for (const [person, own] of byPerson)
    made.person(
      `人员${person}`,
      nameOf(own[0]?.[1] ?? 0),
      own.map(([, unit, title, appointedOn, removedOn]) => [
        nameOf(unit),
        title,
        { appointedOn, removedOn, tenureStatusCode: removedOn === '' ? '1' : '0' },
      ]),
    );
  const id = (place: number): string => (place > 6 ? `new-${place}` : made.id(nameOf(place)));
  const wanted = steps.map(({ kind, a, b, offices }): ReorganizationStep => {
    switch (kind) {
      case 'merge':
        return { kind, units: [id(a)], into: id(b), offices };
      case 'abolish':
        return { kind, unit: id(a), successor: b === 0 ? null : id(b), offices };
      case 'transferOffices':
        return { kind, units: [id(a)], to: id(b) };
      case 'transferPeople':
        return { kind, people: made.people.slice(0, 2).map((each) => each.id), from: id(a), to: id(b) };
      case 'move':
        return { kind, unit: id(a), parent: id(b) };
      default:
        return {
          kind: 'create',
          key: `new-${7 + (b % 2)}`,
          name: `新单位${b}`,
          shortName: '',
          parent: id(a),
          levelCode: null,
          kindCode: '1',
        };
    }
  });
  return { made, wanted };
}

function heldOn(rows: readonly RecordRow[], on: string): RecordRow[] {
  const when = dateKey(on) ?? 0;
  return rows.filter((row) =>
    isHeld(
      {
        from: dateKey(textOf(row, 'appointedOn')),
        to: dateKey(textOf(row, 'removedOn')),
        hasEnded: textOf(row, 'tenureStatusCode') === '0',
      },
      when,
    ),
  );
}

const post = (row: RecordRow): string =>
  [row.id, ...['orgCode', 'orgName', 'postTitle', 'isPrimary'].map((key) => textOf(row, key))].join(' ');

describe('a reorganization of whatever kind', () => {
  it('does not take a post that begins later for the one that ends', () => {
    const district = new TestDistrict();
    const [from, into] = [district.unit('甲局', null), district.unit('乙局', null)];
    const id = district.person('张三', '甲局', [
      ['甲局', '科员'],
      ['乙局', '科员', { appointedOn: '2025-01' }],
    ]);
    const { after } = district.plan([{ kind: 'merge', units: [from], into }]);
    expect(heldOn(after.personRows(id, 'A02'), day).map((row) => textOf(row, 'orgCode'))).toEqual([into]);
  });

  it('loses nobody: whoever held a post in a unit that ends holds one in a living unit, or is named', () => {
    fc.assert(
      fc.property(district, (made) => {
        const { made: world, wanted } = build(made);
        const { after, units, problems, people } = world.plan(wanted);
        const named = new Set(problems.flatMap(({ level, person = '' }) => (level === 'todo' ? person : [])));
        for (const person of world.people) {
          const before = heldOn(person.sets['A02']?.rows ?? [], day);
          const now = heldOn(after.personRows(person.id, 'A02'), day);
          for (const row of before) {
            if (!units.find(textOf(row, 'orgCode'))?.abolished) continue;
            if (named.has(person.id)) continue;
            const going = now.filter((each) => textOf(each, 'postTitle') === textOf(row, 'postTitle'));
            expect(going.some((each) => !units.find(textOf(each, 'orgCode'))?.abolished)).toBe(true);
          }
          const home = units.find(textOf(after.personRows(person.id, 'A01')[0], 'statisticalOrgCode'));
          expect(home?.abolished === true && !named.has(person.id)).toBe(false);
        }
        expect(people.every(({ posts, home }) => posts.length > 0 || home !== null)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('leaves everything of the day before as it was: posts, tree, names, posts of units, approved numbers', () => {
    fc.assert(
      fc.property(district, (made) => {
        const { made: world, wanted } = build(made);
        const { after, units } = world.plan(wanted);
        for (const { id, sets } of world.people) {
          // Of what began nobody knows when and has ended, nobody knows whether it was held: the clerk is told.
          const isKnown = (row: RecordRow): boolean => textOf(row, 'appointedOn') !== '';
          const was = heldOn(sets['A02']?.rows ?? [], dayBefore).filter(isKnown);
          const is = heldOn(after.personRows(id, 'A02'), dayBefore).filter(isKnown);
          expect(is.map(post)).toEqual(was.map(post));
        }
        const when = dateKey(dayBefore) ?? 0;
        for (const { id, name, parent } of world.tree) {
          const [b01, history] = [after.unitRows(id, 'B01')[0], after.unitRows(id, 'UH01')];
          expect(unitStateOn(unitNow(b01), unitEvents(history), dayBefore)).toMatchObject({
            name,
            parent,
            life: 'living',
          });
          const quota = (read: (set: string) => readonly RecordRow[]) => {
            const sets = Object.fromEntries(
              ['B01', 'UH01', 'QT01', 'HC01', 'PS01'].map((set) => [set, read(set)]),
            );
            const unit = unitQuota({ id, name: '', parent: -1, depth: 0, kindCode: null }, sets);
            return [
              tableBuckets.map((bucket) => approvedOn(unit, bucket, when)?.approved),
              ['1', '2'].map((kind) => staffOn(unit, kind, when)?.approved),
              unit.slots
                .filter(({ establishedOn, abolishedOn }) => isVisible({}, establishedOn, abolishedOn, when))
                .map((slot) => slot.id),
            ];
          };
          expect(quota((set) => after.unitRows(id, set))).toEqual(
            quota((set) => world.units.get(id)?.[set]?.rows ?? []),
          );
        }
        for (const unit of units.all().filter(({ isNew }) => isNew)) {
          const events = unitEvents(after.unitRows(unit.id, 'UH01'));
          expect(unitStateOn(unitNow(after.unitRows(unit.id, 'B01')[0]), events, dayBefore).life).toBe(
            'not-founded',
          );
        }
      }),
      { numRuns: 400 },
    );
  });
});
