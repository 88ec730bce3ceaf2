import { describe, expect, it } from 'vitest';
import { dayKey } from '../column/date-key.ts';
import { facts, schema } from '../plan/test-world.ts';
import { testPerson } from '../table/test-dataset.ts';
import { checkFacts } from './check-facts.ts';
import type { Fact, PersonReader } from './fact.ts';
import { plainReader } from './plain-reader.ts';

function fact(name: string, bind: (reader: PersonReader) => unknown, more: Partial<Fact> = {}): Fact {
  const made = { of: 'person', name, label: name, kind: 'number', ...more } as const;
  return {
    ...made,
    bind(reader: PersonReader) {
      bind(reader);
      return () => null;
    },
  } as Fact;
}

describe('facts that cannot be worked out are refused when they are declared', () => {
  it.each([
    [[fact('a', (reader) => reader.dates('P.gone'))], 'a reads P.gone, which is not there'],
    [[fact('a', (reader) => reader.dates('P.sex'))], 'a reads P.sex, which is a code'],
    [[fact('a', (reader) => reader.dates('J.from'))], 'a reads J.from, which is of other rows'],
    [[fact('a', (reader) => reader.rows('P'))], 'a reads rows of P, which has none'],
    [[fact('a', (reader) => reader.fact('b'))], 'a reads the fact b, which is not there'],
    [[fact('a', (reader) => reader.fact('a'))], 'a needs a, a circle'],
    [
      [fact('a', (reader) => reader.fact('b')), fact('b', (reader) => reader.fact('a'))],
      'a needs b needs a, a circle',
    ],
    [
      [fact('a', (reader) => reader.fact('b'), { stepwise: true }), fact('b', () => null)],
      'a is stepwise and reads b, which is not',
    ],
    [[fact('a', () => null), fact('a', () => null)], 'a is declared twice'],
    [[fact('P.sex', () => null)], 'P.sex is the name of a column'],
    [[fact('a', () => null, { kind: 'code', codes: 'none' })], 'a has codes of none, which is no list'],
  ])('%#', (declared, wrong) => {
    expect(() => checkFacts(schema, declared)).toThrow(`facts that cannot be worked out: ${wrong}`);
  });

  it('accepts facts that need one another in order', () => {
    expect(() => checkFacts(schema, facts)).not.toThrow();
  });
});

describe('a person who stands in no table', () => {
  it('has the same facts: rows in order, hidden ones left out', () => {
    const person = testPerson(1, {
      P: [{ birth: '1990-05' }],
      J: [
        { from: '2019', title: '处长' },
        { from: '2015-03', title: '科长' },
        { from: '2025-01', title: '局长' },
      ],
    });
    const reader = plainReader(schema, person, dayKey(2020, 6, 30), facts);
    expect(['age', 'ageTwice', 'jobs', 'longJobs', 'mainTitle'].map((name) => reader.fact(name)(0))).toEqual([
      30,
      40,
      2,
      2,
      '处长',
    ]);
  });
});
