import type { FieldCatalogue } from '../field-catalogue.ts';
import { leafPhrase } from './leaf-phrase.ts';
import type { Tree } from './normal-form.ts';
import { textOf, type Phrase } from './phrase.ts';
import type { Speaker } from './speaker.ts';
import { hasFigureAt, listed } from './writing.ts';

type Kind = 'all' | 'any';
const links: Readonly<Record<Kind, string>> = { all: '且', any: '或' };
const nothing: Readonly<Record<Kind, string>> = { all: '不限条件', any: '无人符合' };

/** The words of a tree: parts set off by commas, groups within it as plainly as they stay clear. */
export function treeWords(tree: Tree, catalogue: FieldCatalogue): string {
  return groupWords(tree, speakerOf(catalogue), true);
}

function speakerOf(catalogue: FieldCatalogue): Speaker {
  const speaker: Speaker = {
    catalogue,
    together: (parts) =>
      groupWords(parts.length === 1 ? (parts[0] as Tree) : { kind: 'all', of: parts }, speaker, false),
    phraseOf: (tree) => {
      if (tree.kind === 'leaf') return leafPhrase(tree.condition, tree.negated, speaker);
      const shared = sharedPhrases(tree.kind, tree.of, speaker);
      return shared.length === 1 ? (shared[0]?.phrase ?? null) : null;
    },
  };
  return speaker;
}

/** A part of a group: a phrase, or a group within it. */
interface Part {
  readonly phrase: Phrase | null;
  readonly tree: Tree;
}

function groupWords(tree: Tree, speaker: Speaker, isOutermost: boolean): string {
  if (tree.kind === 'leaf') return textOf(leafPhrase(tree.condition, tree.negated, speaker));
  const parts = sharedPhrases(tree.kind, tree.of, speaker);
  if (parts.length === 0) return nothing[tree.kind];
  const said = parts.map((part) => partWords(part, tree.kind, parts.length, speaker));
  const link = links[tree.kind];
  const isClear = !said.some((words) => words.includes(links[tree.kind === 'all' ? 'any' : 'all']));
  if (isOutermost || !isClear) return said.join(`，${link}`);
  return said.some((words) => words.includes('、')) ? said.join(link) : listed(said, link);
}

function partWords({ phrase, tree }: Part, outer: Kind, parts: number, speaker: Speaker): string {
  if (phrase) return textOf(phrase);
  const words = groupWords(tree, speaker, false);
  const isClear = parts === 1 || (outer === 'any' && !/[，或（]/.test(words));
  return isClear ? words : `（${words}）`;
}

/** The parts of a group, those about the same subject as one phrase: 年龄在 30 岁以下或 55 岁以上. */
function sharedPhrases(kind: Kind, trees: readonly Tree[], speaker: Speaker): Part[] {
  const parts: Part[] = [];
  for (const tree of trees) {
    const phrase = speaker.phraseOf(tree);
    const at =
      phrase && phrase.subject !== ''
        ? parts.findIndex((part) => part.phrase?.subject === phrase.subject)
        : -1;
    const earlier = parts[at];
    if (phrase && earlier?.phrase) {
      const says = `${earlier.phrase.says}${links[kind]}${continued(earlier.phrase, phrase, kind)}`;
      parts[at] = { tree: earlier.tree, phrase: { subject: phrase.subject, says } };
    } else parts.push({ phrase, tree });
  }
  return parts;
}

/** What is said of a subject after something else of it: one 在 is enough for several ranges. */
function continued(earlier: Phrase, { says }: Phrase, kind: Kind): string {
  return kind === 'any' && isRange(earlier.says) && isRange(says) ? says.slice(1) : says;
}

function isRange(says: string): boolean {
  return says.startsWith('在') && hasFigureAt(says, 1);
}
