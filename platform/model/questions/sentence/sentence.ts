import type { Condition, Question } from '#engine';
import type { FieldCatalogue } from '../field-catalogue.ts';
import { normalForm } from './normal-form.ts';
import { treeWords } from './tree-words.ts';
import { finished } from './writing.ts';

/**
 * The question in words: 性别为女，且年龄在 35 岁以下. It says what the tree means, not how it is built: negations stand at
 * what they deny, and what is said twice of a field is said once. Fields and values that the catalogue does not know
 * are said as they are written; no question makes it fail.
 */
export function sentenceOf(question: Question, catalogue: FieldCatalogue): string {
  const { where, population = 'current' } = question;
  if (where === undefined) return everybody[population];
  const words = nodeSentence(where, catalogue);
  if (population === 'serving') return `在职人员中，${words}`;
  return population === 'all' ? `含历史人员，${words}` : words;
}

const everybody = {
  current: '全部在册人员',
  serving: '全部在职人员',
  all: '全部人员（含历史人员）',
} as const;

/** One node of a tree in words. */
export function nodeSentence(condition: Condition, catalogue: FieldCatalogue): string {
  return finished(treeWords(normalForm(condition), catalogue));
}
