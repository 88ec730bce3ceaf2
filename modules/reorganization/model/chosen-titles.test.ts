import { describe, expect, it } from 'vitest';
import { newId, textOf } from '#platform/model';
import { TestDistrict } from './test-reorganization.ts';

/** A department that goes into another one; both have a slot for the principal, and somebody in it. */
function district() {
  const made = new TestDistrict();
  const [slot, deputySlot, ownSlot, post] = [newId(), newId(), newId(), newId()];
  const row = (id: string, title: string) => ({ id, title, order: 1, establishedOn: '2019-03' });
  const from = made.unit('样板区文化局', null, '1', { PS01: [row(slot, '局长'), row(deputySlot, '副局长')] });
  const into = made.unit('样板区旅游局', null, '1', { PS01: [row(ownSlot, '局长')] });
  const head = made.person('张三', '样板区文化局', [
    ['样板区文化局', '局长', { id: post, slotId: slot, postShortTitle: '局长' }],
  ]);
  const own = made.person('李四', '样板区旅游局', [['样板区旅游局', '局长', { slotId: ownSlot }]]);
  const steps = [{ kind: 'merge' as const, units: [from], into }];
  return { made, from, into, slot, deputySlot, ownSlot, post, head, own, steps };
}

const keep = true;

describe('a slot that comes along', () => {
  it('bears the name of the plan, and so does the post of whoever bore its old one', () => {
    const { made, from, into, slot, head, steps } = district();
    const slots = [{ unit: from, slot, title: '党组副书记、副局长', keep }];
    const { after, people } = made.plan(steps, { slots, texts: true });
    const arrived = after.unitRows(into, 'PS01').find(({ title }) => title === '党组副书记、副局长');
    expect(after.posts(head)).toEqual([
      '样板区文化局 局长 2019-03–2024-03-20',
      '样板区旅游局 党组副书记、副局长 2024-03-20–',
    ]);
    expect(after.personRows(head, 'A02')[1]).toMatchObject({ slotId: arrived?.id, postShortTitle: null });
    expect(people[0]?.posts[0]?.after?.title).toBe('党组副书记、副局长');
    expect(after.personRows(head, 'A01')[0]).toMatchObject({
      currentPostFull: '样板区旅游局党组副书记、副局长',
      currentPostShort: '区旅游局党组副书记、副局长',
    });
    expect(after.unitRows(from, 'PS01')[0]).toMatchObject({ title: '局长', abolishedOn: '2024-03-20' });
  });

  it('ends with its unit where the plan leaves it behind; whoever fills it comes without a slot', () => {
    const { made, from, into, slot, head, steps } = district();
    const { after, quotas } = made.plan(steps, { slots: [{ unit: from, slot, title: '', keep: false }] });
    expect(after.unitRows(into, 'PS01').map((row) => textOf(row, 'title'))).toEqual(['局长', '副局长']);
    expect(after.personRows(head, 'A02')[1]).toMatchObject({ orgCode: into, postTitle: '局长' });
    expect(after.personRows(head, 'A02')[1]).not.toHaveProperty('slotId');
    expect(quotas.slots.map(({ title, to }) => [title, to?.unit ?? null])).toEqual([
      ['局长', null],
      ['副局长', into],
      ['局长', into],
    ]);
  });
});

describe('a slot of the unit that takes others in', () => {
  it('is told, and stays as it is without a choice', () => {
    const { made, into, ownSlot, own, steps } = district();
    const { after, quotas } = made.plan(steps);
    const here = { unit: into, slot: ownSlot };
    expect(quotas.slots.at(-1)).toMatchObject({ from: here, to: here, title: '局长', newTitle: '局长' });
    expect(after.unitRows(into, 'PS01')[0]).not.toHaveProperty('abolishedOn');
    expect(after.posts(own)).toEqual(['样板区旅游局 局长 2019-03–']);
  });

  it('can bear another name from the day on, with whoever fills it appointed anew', () => {
    const { made, into, ownSlot, own, steps } = district();
    const slots = [{ unit: into, slot: ownSlot, title: '党组书记、局长', keep }];
    const { after } = made.plan(steps, { slots });
    const [before, now] = after.unitRows(into, 'PS01');
    expect(before).toMatchObject({ id: ownSlot, title: '局长', abolishedOn: '2024-03-20' });
    expect(now).toMatchObject({ title: '党组书记、局长', establishedOn: '2024-03-20' });
    expect(after.posts(own)).toEqual([
      '样板区旅游局 局长 2019-03–2024-03-20',
      '样板区旅游局 党组书记、局长 2024-03-20–',
    ]);
    expect(after.personRows(own, 'A02')[1]).toMatchObject({ slotId: now?.id });
  });

  it('is one of a unit that only moves or is renamed as well', () => {
    const { made, from, slot, head } = district();
    const above = made.unit('样板区政府', null);
    const { quotas } = made.plan([{ kind: 'move', unit: from, parent: above }]);
    expect(quotas.slots.map(({ title }) => title)).toEqual(['局长', '副局长']);
    const renamed = made.plan([{ kind: 'rename', unit: from, name: '样板区文旅局', shortName: '' }], {
      slots: [{ unit: from, slot, title: '主任', keep }],
    });
    expect(renamed.after.unitRows(from, 'PS01').map((row) => textOf(row, 'title'))).toEqual([
      '局长',
      '主任',
      '副局长',
    ]);
    expect(renamed.after.posts(head)).toEqual([
      '样板区文化局 局长 2019-03–2024-03-20',
      '样板区文旅局 主任 2024-03-20–',
    ]);
  });
});

describe('a slot that ends in the unit that takes others in', () => {
  it('is abolished; whoever fills it keeps the post as it is, and the clerk is told', () => {
    const { made, into, ownSlot, own, steps } = district();
    const slots = [{ unit: into, slot: ownSlot, title: '', keep: false }];
    const { after, quotas, people, problems, personEdits } = made.plan(steps, { slots });
    const rows = after.unitRows(into, 'PS01').map((row) => [row['title'], row['abolishedOn'] ?? null]);
    expect(rows).toEqual([
      ['局长', '2024-03-20'],
      ['局长', null],
      ['副局长', null],
    ]);
    expect(quotas.slots.at(-1)).toMatchObject({ to: null, heir: into, title: '局长' });
    expect(after.posts(own)).toEqual(['样板区旅游局 局长 2019-03–']);
    expect(after.personRows(own, 'A02')[0]).toMatchObject({ slotId: ownSlot });
    expect(personEdits.some(({ subject }) => subject === own)).toBe(false);
    const shown = people.find(({ id }) => id === own)?.posts[0];
    expect(shown).toMatchObject({ mayEnd: true, after: { title: '局长', since: '2019-03' } });
    expect(problems).toContainEqual(expect.objectContaining({ level: 'todo', person: own }));
  });

  it('lets the post end, or go on under another title without a slot, where the plan says so', () => {
    const { made, into, ownSlot, own, steps } = district();
    const row = made.people.find(({ id }) => id === own)?.sets['A02']?.rows[0]?.id ?? '';
    const slots = [{ unit: into, slot: ownSlot, title: '', keep: false }];
    const ends = made.plan(steps, { slots, posts: [{ person: own, post: row, title: '', keep: false }] });
    expect(ends.after.posts(own)).toEqual(['样板区旅游局 局长 2019-03–2024-03-20']);
    const other = made.plan(steps, { slots, posts: [{ person: own, post: row, title: '二级调研员', keep }] });
    expect(other.after.posts(own)).toEqual([
      '样板区旅游局 局长 2019-03–2024-03-20',
      '样板区旅游局 二级调研员 2024-03-20–',
    ]);
    expect(other.after.personRows(own, 'A02')[1]).not.toHaveProperty('slotId');
    expect(other.problems.filter(({ level }) => level === 'todo')).toEqual([]);
  });

  it('makes room for the principal who comes: then nobody is told to look for a second one', () => {
    const made = new TestDistrict();
    const [slot, ownSlot] = [newId(), newId()];
    const head = (id: string) => ({ id, title: '局长', roleCode: '1', establishedOn: '2019-03' });
    const from = made.unit('样板区文化局', null, '1', { PS01: [head(slot)] });
    const into = made.unit('样板区旅游局', null, '1', { PS01: [head(ownSlot)] });
    const steps = [{ kind: 'merge' as const, units: [from], into }];
    const told = (more: object) =>
      made.plan(steps, more).problems.filter(({ text }) => text.includes('正职职位'));
    expect(told({})).toHaveLength(1);
    expect(told({ slots: [{ unit: into, slot: ownSlot, title: '', keep: false }] })).toEqual([]);
  });
});

describe('the slot of one person', () => {
  it('gives its new name to nobody who leaves it for another unit', () => {
    const { made, from, into, slot, head } = district();
    const stays = made.person('王五', '样板区文化局', [['样板区文化局', '局长', { slotId: slot }]]);
    const steps = [
      { kind: 'rename' as const, unit: from, name: '样板区文化委员会', shortName: '' },
      { kind: 'transferPeople' as const, people: [head], from, to: into },
    ];
    const { after } = made.plan(steps, { slots: [{ unit: from, slot, title: '主任', keep }], texts: true });
    expect(after.posts(head)[1]).toBe('样板区旅游局 局长 2024-03-20–');
    expect(after.personRows(head, 'A02')[1]).not.toHaveProperty('slotId');
    expect(after.personRows(head, 'A01')[0]).toMatchObject({ currentPostFull: '样板区旅游局局长' });
    expect(after.personRows(stays, 'A02')[1]).toMatchObject({ orgCode: from, postTitle: '主任' });
  });

  it.each([
    ['first', false, 0],
    ['first', true, 0],
    ['second', false, 1],
    ['second', true, 1],
  ])('is kept when two posts become one: that of the %s, keepStart %s', (_which, keepStart, arriving) => {
    const { made, from, slot } = district();
    const otherSlot = newId();
    const other = made.unit('样板区体育局', null, '1', {
      PS01: [{ id: otherSlot, title: '局长', order: 1 }],
    });
    const into = made.unit('样板区文化和体育局', null);
    const both = made.person('王五', '样板区文化局', [
      ['样板区文化局', '局长', { slotId: slot }],
      ['样板区体育局', '局长', { slotId: otherSlot }],
    ]);
    const left = [
      { unit: other, slot: otherSlot, title: '', keep: false },
      { unit: from, slot, title: '', keep: false },
    ][arriving];
    const { after } = made.plan([{ kind: 'merge', units: [from, other], into }], {
      keepStart,
      slots: left ? [left] : [],
    });
    const arrived = after.unitRows(into, 'PS01').find(({ title }) => title === '局长');
    const held = after.personRows(both, 'A02').filter((row) => textOf(row, 'removedOn') === '');
    expect(held.map((row) => [row['orgCode'], row['postTitle'], row['slotId']])).toEqual([
      [into, '局长', arrived?.id],
    ]);
  });

  it('is put on a post held there already that fills none, but takes none of its own away', () => {
    for (const filled of [false, true]) {
      const { made, into, slot, ownSlot, steps } = district();
      for (const postsOf of [
        ['样板区文化局', '样板区旅游局'] as const,
        ['样板区旅游局', '样板区文化局'] as const,
      ]) {
        const both = made.person(
          '王五',
          '样板区旅游局',
          postsOf.map((unit) => [
            unit,
            '局长',
            unit === '样板区文化局' ? { slotId: slot } : filled ? { slotId: ownSlot } : {},
          ]),
        );
        const { after } = made.plan(steps);
        const arrived = after
          .unitRows(into, 'PS01')
          .find(({ id, title }) => title === '局长' && id !== ownSlot);
        const held = after.personRows(both, 'A02').filter((row) => textOf(row, 'removedOn') === '');
        expect(held.map((row) => [row['orgCode'], row['slotId']])).toEqual([
          [into, filled ? ownSlot : arrived?.id],
        ]);
      }
    }
  });
});

describe('the title of one person', () => {
  it('is what the plan says, before what the slot says', () => {
    const { made, from, slot, post, head, steps } = district();
    const posts = [{ person: head, post, title: '二级调研员', keep }];
    const { after } = made.plan(steps, { posts, slots: [{ unit: from, slot, title: '副局长', keep }] });
    expect(after.posts(head)[1]).toBe('样板区旅游局 二级调研员 2024-03-20–');
  });

  it('can be brought into line with one that the person holds there already', () => {
    const { made, post, head, steps } = district();
    const person = made.people.find(({ id }) => id === head);
    const held = {
      id: newId(),
      orgCode: made.id('样板区旅游局'),
      orgName: '样板区旅游局',
      postTitle: '副局长',
    };
    const rows = [
      ...(person?.sets['A02']?.rows ?? []),
      { ...held, appointedOn: '2020', tenureStatusCode: '1' },
    ];
    made.people.splice(
      made.people.findIndex(({ id }) => id === head),
      1,
      {
        id: head,
        sets: { ...person?.sets, A02: { version: 1, rows } },
      },
    );
    const { after } = made.plan(steps, { posts: [{ person: head, post, title: '副局长', keep }] });
    expect(after.posts(head)).toEqual(['样板区文化局 局长 2019-03–2024-03-20', '样板区旅游局 副局长 2020–']);
  });

  it('changes in place where posts keep their beginning', () => {
    const { made, post, head, steps } = district();
    const posts = [{ person: head, post, title: '副局长', keep }];
    const { after } = made.plan(steps, { posts, keepStart: true });
    expect(after.posts(head)).toEqual(['样板区旅游局 副局长 2019-03–']);
  });

  it('ends with the old unit where the plan says so, and the clerk is told', () => {
    const { made, post, head, steps, into } = district();
    const posts = [{ person: head, post, title: '', keep: false }];
    const { after, people, problems } = made.plan(steps, { posts });
    expect(after.posts(head)).toEqual(['样板区文化局 局长 2019-03–2024-03-20']);
    expect(after.personRows(head, 'A01')[0]).toMatchObject({ statisticalOrgCode: into });
    expect(people.find(({ id }) => id === head)?.posts[0]).toMatchObject({ mayEnd: true, after: null });
    expect(problems).toContainEqual(expect.objectContaining({ level: 'hint', person: head }));
  });
});
