import { describe, expect, it } from 'vitest';
import type { Condition, Question } from '#engine';
import { all, any, between, contains, is, not } from '../../model/test-conditions.ts';
import { askable } from './askable.ts';
import { combined } from './set-operations.ts';
import {
  canMove,
  duplicated,
  inserted,
  moved,
  negated,
  removed,
  steppedPlace,
  unwrapped,
  wrapped,
} from './tree-edits.ts';
import { asGroup, grouped, nodeAt, setAt } from './tree-nodes.ts';
import { pathOf, stepsOf } from './tree-path.ts';

const woman = is('A01.sexCode', '2');
const young = between('age', { to: 40 });
const chief = is('A02.positionLevelCode', '1A41');
const posts: Condition = { op: 'some', set: 'A02', where: all(chief) };
const question: Question = { where: all(woman, any(young, posts), not(young)) };

describe('places', () => {
  it('are read as they are written', () => {
    for (const path of ['where', 'where.of[1].of[0]', 'where.of[10].of.where.of[2]', 'where.spans[0].where'])
      expect(pathOf(stepsOf(path))).toBe(path);
  });

  it('know of which rows they speak', () => {
    expect(setAt(question, 'where.of[1]')).toBeNull();
    expect(setAt(question, 'where.of[1].of[1]')).toBeNull();
    expect(setAt(question, 'where.of[1].of[1].where.of[0]')).toBe('A02');
    expect(nodeAt(question, 'where.of[2].of')).toBe(young);
    expect(nodeAt(question, 'where.of[7].of')).toBeUndefined();
  });
});

describe('edits of a tree', () => {
  it('put in, take away, copy', () => {
    expect(inserted(question, 'where', chief, 1).where).toEqual(
      all(woman, chief, any(young, posts), not(young)),
    );
    expect(removed(question, 'where.of[1].of[0]').where).toEqual(all(woman, any(posts), not(young)));
    expect(duplicated(question, 'where.of[0]').where).toEqual(
      all(woman, woman, any(young, posts), not(young)),
    );
  });

  it('take a negation along with what it denies', () => {
    expect(removed(question, 'where.of[2].of').where).toEqual(all(woman, any(young, posts)));
    expect(duplicated(question, 'where.of[2].of').where).toEqual(
      all(woman, any(young, posts), not(young), not(young)),
    );
    expect(negated(negated(question, 'where.of[0]'), 'where.of[0]')).toEqual(question);
  });

  it('leave a place to add to where everything was taken away', () => {
    expect(removed(question, 'where').where).toEqual(all());
    expect(nodeAt(removed(question, 'where.of[1].of[1].where'), 'where.of[1].of[1]')).toEqual({
      op: 'some',
      set: 'A02',
      where: all(),
    });
  });

  it('put groups around and take them away', () => {
    const around = wrapped(question, 'where.of[0]', 'any');
    expect(nodeAt(around, 'where.of[0]')).toEqual(any(woman));
    expect(unwrapped(around, 'where.of[0]')).toEqual(question);
    expect(unwrapped(question, 'where.of[1]').where).toEqual(all(woman, young, posts, not(young)));
  });
});

describe('moving', () => {
  it('within a group, into one and out of it', () => {
    const down = moved(question, 'where.of[0]', 'where', 2);
    expect(down).toEqual({
      question: { where: all(any(young, posts), woman, not(young)) },
      path: 'where.of[1]',
    });
    const into = moved(question, 'where.of[0]', 'where.of[1]', 1);
    expect(into.question.where).toEqual(all(any(young, woman, posts), not(young)));
    expect(nodeAt(into.question, into.path)).toBe(woman);
    const out = moved(question, 'where.of[1].of[1]', 'where', 0);
    expect(out).toEqual({
      question: { where: all(posts, woman, any(young), not(young)) },
      path: 'where.of[0]',
    });
  });

  it('never into itself, never from people to rows', () => {
    expect(canMove(question, 'where.of[1]', 'where.of[1]')).toBe(false);
    expect(canMove(question, 'where.of[0]', 'where.of[1].of[1].where')).toBe(false);
    expect(canMove(question, 'where.of[1].of[1].where.of[0]', 'where')).toBe(false);
    expect(canMove(question, 'where', 'where.of[1]')).toBe(false);
    expect(moved(question, 'where.of[1]', 'where.of[1]', 0).question).toBe(question);
  });

  it('step by step goes through every group, and back', () => {
    let now = moved(question, 'where.of[0]', 'where', 0);
    const seen: string[] = [];
    for (let place = steppedPlace(now.question, now.path, 1); place;) {
      now = moved(now.question, now.path, place.group, place.index);
      seen.push(now.path);
      place = steppedPlace(now.question, now.path, 1);
    }
    expect(seen).toEqual([
      'where.of[0].of[0]',
      'where.of[0].of[1]',
      'where.of[0].of[2]',
      'where.of[1]',
      'where.of[2]',
    ]);
    for (let place = steppedPlace(now.question, now.path, -1); place;) {
      now = moved(now.question, now.path, place.group, place.index);
      place = steppedPlace(now.question, now.path, -1);
    }
    expect(now.question).toEqual(question);
  });
});

describe('what is asked', () => {
  it('leaves out what is not finished and remembers where the rest stands', () => {
    const { question: asked, places } = askable({
      population: 'all',
      where: all(
        is('A01.sexCode'),
        any(contains('A01.name', ' ')),
        young,
        not(contains('A01.name', '')),
        woman,
      ),
    });
    expect(asked).toEqual({ population: 'all', where: all(young, woman) });
    expect([...places]).toEqual([
      ['where.of[0]', 'where.of[2]'],
      ['where.of[1]', 'where.of[4]'],
      ['where', 'where'],
    ]);
  });

  it('asks for rows without more, but never for the newest rows of nothing', () => {
    const asked = (node: Condition) => askable({ where: node }).question.where;
    expect(asked({ op: 'some', set: 'A02', where: all() })).toEqual({ op: 'some', set: 'A02' });
    expect(asked({ op: 'last', set: 'A15', n: 3, where: all() })).toBeUndefined();
    expect(asked({ op: 'count', set: 'A02', where: all() })).toBeUndefined();
    expect(asked({ op: 'months', spans: [{ set: 'A02', where: all() }], atLeast: 3 })).toEqual({
      op: 'months',
      spans: [{ set: 'A02' }],
      atLeast: 3,
    });
    expect(askable({ where: all() }).question).toEqual({});
  });

  it('is shaped for editing without another meaning', () => {
    expect(grouped({}).where).toEqual(all());
    expect(grouped({ where: not({ op: 'some', set: 'A02' }) }).where).toEqual(
      all(not({ op: 'some', set: 'A02', where: all() })),
    );
    expect(asGroup(any(woman))).toEqual(any(woman));
    expect(grouped(question)).toEqual(question);
  });
});

describe('results put together', () => {
  const part: Condition = { op: 'saved', id: 's1' };
  it.each([
    ['within', all(woman, part)],
    ['add', any(woman, part)],
    ['without', all(woman, not(part))],
  ] as const)('%s', (operation, where) => {
    expect(combined({ where: all(woman) }, operation, part)).toEqual({ where });
  });

  it('keep what was asked together', () => {
    expect(combined({ where: all(woman, young) }, 'add', part).where).toEqual(any(all(woman, young), part));
    expect(combined({ where: any(woman, young) }, 'within', part).where).toEqual(
      all(any(woman, young), part),
    );
  });
});
