import type { BetweenCondition, Condition, InCondition } from '#engine';
import type { CatalogueSet, SetWords } from '../field-catalogue.ts';
import { rangeWords } from './date-phrase.ts';
import { normalForm, type Tree } from './normal-form.ts';
import type { Speaker } from './speaker.ts';
import { valueList, valueWords } from './value-words.ts';
import { quoted } from './writing.ts';

/** The rows that a condition speaks of, taken apart into what has words of its own and the rest. */
export interface RowWords {
  readonly words: SetWords;
  /** 在区教育局（含下级） */
  readonly place: string;
  /** 担任过（含现任）, 现任 */
  readonly has: string;
  readonly hasNot: string;
  /** 2020 至 2022 年的 */
  readonly time: string;
  /** What the name field must be: 局长. */
  readonly name: readonly string[];
  /** What the result field must be or must not be. */
  readonly result: { readonly words: readonly string[]; readonly negated: boolean } | null;
  /** 职务名称包含“书记”的 */
  readonly attribute: string;
  /** 乡科级正职 */
  readonly type: string;
}

/** Words for the rows of a set that meet a condition. */
export function rowWords(set: string, where: Condition | undefined, speaker: Speaker): RowWords {
  const words = wordsOf(speaker.catalogue.set(set), set);
  const rest = new Set<Tree>(where === undefined ? [] : partsOf(normalForm(where)));
  const place = take(rest, (leaf) => isIn(leaf, words.place) && leaf.negated === false);
  const state = take(rest, (leaf) => stateOf(leaf, words) !== undefined);
  const time = take(rest, (leaf) => isBetween(leaf, words.time) && !leaf.negated);
  const name = take(rest, (leaf) => isIn(leaf, words.name) && !leaf.negated);
  const type = name ? null : take(rest, (leaf) => isIn(leaf, words.type) && !leaf.negated);
  const result = take(rest, (leaf) => isIn(leaf, words.result));
  const said = (leaf: Leaf | null) => valuesOf(leaf, words, speaker);
  const places = said(place);
  return {
    words,
    place: places.length === 0 ? '' : `在${valueList(places, '或')}${exactly(place)}`,
    ...((state && stateOf(state, words)) ?? { has: words.has, hasNot: words.hasNot }),
    time: time?.condition.op === 'between' ? `${rangeWords(time.condition.from, time.condition.to)}的` : '',
    name: said(name),
    result: result && { words: said(result), negated: result.negated },
    type: valueList(said(type), '或'),
    attribute: rest.size === 0 ? '' : `${speaker.together([...rest])}的`,
  };
}

/** 2018 年以后任职的局长 */
export function objectWords({ time, attribute, type, name, words }: RowWords, last = '或'): string {
  const noun = name.length === 0 ? `${type}${words.noun}` : valueList(name, last);
  // 是领导职务的职务 is 领导职务.
  const kind = /^是(.+)的$/.exec(attribute)?.[1];
  if (noun === words.noun && kind?.endsWith(noun) && !/[且或，、]/.test(kind)) return `${time}${kind}`;
  return `${time}${attribute}${noun}`;
}

/** A set of which nobody said how to speak. */
export function wordsOf(set: CatalogueSet | undefined, name: string): SetWords {
  const noun = `${set?.label ?? quoted(name)}记录`;
  return set?.words ?? { noun, counter: '条', has: '有', hasNot: '没有' };
}

type Leaf = Extract<Tree, { kind: 'leaf' }>;

function partsOf(tree: Tree): readonly Tree[] {
  return tree.kind === 'all' ? tree.of : [tree];
}

function take(rest: Set<Tree>, fits: (leaf: Leaf) => boolean): Leaf | null {
  for (const part of rest) {
    if (part.kind !== 'leaf' || !fits(part)) continue;
    rest.delete(part);
    return part;
  }
  return null;
}

function isIn(leaf: Leaf, field: string | undefined): leaf is Leaf & { condition: InCondition } {
  return leaf.condition.op === 'in' && leaf.condition.field === field && leaf.condition.values.length > 0;
}

function isBetween(leaf: Leaf, field: string | undefined): leaf is Leaf & { condition: BetweenCondition } {
  return leaf.condition.op === 'between' && leaf.condition.field === field;
}

function stateOf(leaf: Leaf, { states }: SetWords): { has: string; hasNot: string } | undefined {
  if (leaf.condition.op !== 'in' || leaf.negated || leaf.condition.values.length !== 1) return undefined;
  const { field, values } = leaf.condition;
  return states?.find((state) => state.field === field)?.words[String(values[0])];
}

function valuesOf(leaf: Leaf | null, words: SetWords, { catalogue }: Speaker): string[] {
  if (leaf?.condition.op !== 'in') return [];
  const { field, values } = leaf.condition;
  const named = field === words.name ? words.names : undefined;
  return values.map((value) => {
    const declared = catalogue.field(field);
    const said = named?.[String(value)] ?? valueWords(value, declared, catalogue);
    return field === words.name && declared?.kind !== 'code' ? said.replaceAll(/[“”]/g, '') : said;
  });
}

function exactly(place: Leaf | null): string {
  return place?.condition.op === 'in' && place.condition.exact ? '（不含下级）' : '（含下级）';
}
