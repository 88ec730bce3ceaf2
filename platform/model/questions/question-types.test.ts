import { expect, it } from 'vitest';
import type { z } from 'zod';
import type { Bound, Condition, Question, RowSpan } from '#engine';
import type { conditionShape, questionShape } from './question-schema.ts';

type Parsed = z.output<typeof conditionShape>;
type Op = Condition['op'];
type Node<Tree extends { op: string }, Name extends string> = Extract<Tree, { op: Name }>;

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** What stands in a node beside other conditions, writable and without question marks. */
type Own<N> = { -readonly [K in keyof N as K extends 'of' | 'where' | 'spans' ? never : K]-?: Plain<N[K]> };
type Plain<V> = V extends readonly (infer Item)[] ? Plain<Item>[] : V extends object ? Own<V> : V;

/** Which keys may be missing. */
type Optional<N> = { [K in keyof N]-?: object extends Pick<N, K> ? K : never }[keyof N];

type NodesAgree = {
  [Name in Op]: [
    Same<keyof Node<Condition, Name>, keyof Node<Parsed, Name>>,
    Same<Optional<Node<Condition, Name>>, Optional<Node<Parsed, Name>>>,
    Same<Own<Node<Condition, Name>>, Own<Node<Parsed, Name>>>,
  ];
};
type ParsedSpan = Node<Parsed, 'months'>['spans'][number];
type ParsedQuestion = z.output<typeof questionShape>;

/** The compiler checks each of these lines; a difference between schema and engine is an error here. */
const agreements: readonly [
  ops: Same<Op, Parsed['op']>,
  nodes: Same<NodesAgree[Op][number], true>,
  spans: Same<keyof RowSpan, keyof ParsedSpan>,
  bounds: Same<Own<{ bound: Bound }>, Own<{ bound: NonNullable<Node<Parsed, 'between'>['from']> }>>,
  question: Same<keyof Question, keyof ParsedQuestion>,
  population: Same<Question['population'], ParsedQuestion['population']>,
  parsedIsCondition: Parsed extends Condition ? true : false,
  parsedIsQuestion: ParsedQuestion extends Question ? true : false,
] = [true, true, true, true, true, true, true, true];

it('holds the schema and the types of the engine equal', () => {
  expect(agreements).not.toContain(false);
});
