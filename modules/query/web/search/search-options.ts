import type { Condition } from '#engine';
import type { OperationOutput } from '#platform/model';
import type { searchEverything } from '../../model/contracts.ts';

export type SearchAnswer = OperationOutput<typeof searchEverything>;

/** Where a choice leads. */
export type SearchTarget =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'unit'; readonly id: string }
  | { readonly kind: 'question'; readonly where: Condition }
  /** The list of people, searched for the text. */
  | { readonly kind: 'list'; readonly text: string };

/** One line that can be chosen. */
export interface SearchOption {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  /** People behind it. */
  readonly count?: number;
  readonly target: SearchTarget;
}

export interface SearchGroup {
  readonly label: string;
  readonly options: readonly SearchOption[];
}

/**
 * What was found as groups of lines; groups in which nothing was found are left out. People come first when one of them
 * was named; who typed a unit or a post means that before those who are in it.
 */
export function searchGroups({ people, units, posts, resumes }: SearchAnswer): SearchGroup[] {
  const persons: SearchGroup = {
    label: '干部',
    options: people.map(({ id, name, unit, post }) => ({
      key: `person ${id}`,
      title: name,
      detail: post || unit,
      target: { kind: 'person', id },
    })),
  };
  const isNamed = people.some(({ why }) => why !== 'post' && why !== 'unit');
  const offices: SearchGroup[] = [
    {
      label: '机构',
      options: units.map(({ id, name, path, formerName, abolished }) => ({
        key: `unit ${id}`,
        title: `${name}${formerName ? `（原${formerName}）` : ''}${abolished ? '（已撤销）' : ''}`,
        detail: path.filter((part) => part !== name).join(' / '),
        target: { kind: 'unit', id },
      })),
    },
    {
      label: '职务',
      options: posts.map(({ title, count, where }) => ({
        key: `post ${title}`,
        title,
        detail: '',
        count,
        target: { kind: 'question', where },
      })),
    },
  ];
  const groups = [
    ...(isNamed ? [persons, ...offices] : [...offices, persons]),
    { label: '简历', options: resumeOptions(resumes) },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

function resumeOptions({ count, where, hits }: SearchAnswer['resumes']): SearchOption[] {
  if (count === 0) return [];
  const lines = hits.map(({ id, name, before, hit, after }): SearchOption => ({
    key: `resume ${id}`,
    title: name,
    detail: `${before}${hit}${after}`,
    target: { kind: 'person', id },
  }));
  const all: SearchOption = {
    key: 'resumes',
    title: '简历中有这些内容的全部人员',
    detail: '',
    count,
    target: { kind: 'question', where },
  };
  return [...lines, all];
}

/** The last line: the list of people that the text is in the name or ID number of. */
export function listGroup(text: string): SearchGroup {
  const target = { kind: 'list', text } as const;
  return {
    label: '名单',
    options: [{ key: 'list', title: `在干部名单中查找“${text}”`, detail: '', target }],
  };
}

/** The line after or before another, round the ends; -1 is the text field itself. */
export function movedActive(active: number, by: 1 | -1, count: number): number {
  if (count === 0) return -1;
  if (active === -1) return by === 1 ? 0 : count - 1;
  const next = active + by;
  return next < 0 || next >= count ? -1 : next;
}
