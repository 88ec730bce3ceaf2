import { newId, textOf, type CodeTables, type RecordRow } from '#platform/model';
import { resumeField } from '../resume/resume-rows.ts';
import { alike, equal, withoutAccepted } from './accepted.ts';
import { currentPosts } from './current-posts.ts';
import { keyGiver, sourceOf } from './line-source.ts';
import { readItems, type Item } from './read-items.ts';
import { rankNote } from './post-notes.ts';
import { readPosts, type PostReading } from './read-posts.ts';
import type { Suggestion } from './suggestion.ts';
import type { UnitIndex } from './unit-index.ts';

export interface PostSuggestionInput {
  /** The rows of 简历段 (A17). */
  readonly segments: readonly RecordRow[];
  /** The rows of 职务 (A02) that are there. */
  readonly positions: readonly RecordRow[];
  /** A01.currentPostFull: says which posts of open lines are still held. */
  readonly currentPost: string;
  /** `shortHash` of A01.resumeText. */
  readonly resumeHash: string;
  readonly units: UnitIndex;
  readonly tables: CodeTables;
}

interface Drafted {
  readonly item: Item;
  readonly post: PostReading;
}

/**
 * Reads the posts held (A02) out of the résumé. One line gives as many rows as it names posts; ranks, courses and words
 * that were not understood are marked, and a line in which nothing was understood is marked as a whole. Posts that are
 * records already are not suggested again.
 */
export function suggestPosts(input: PostSuggestionInput): Suggestion[] {
  const isCurrent = currentPosts(input.currentPost, input.units);
  const nextKey = keyGiver('A02');
  const suggestions: Suggestion[] = [];
  for (const segment of input.segments) {
    const source = sourceOf(segment);
    for (const { item, post } of draftsOf(segment, input.units)) {
      const current = item.open && isCurrent(post);
      const stillOpen = item.open && !current;
      const unclear = stillOpen
        ? [...post.unclear, `${post.title || post.org}（简历写到现在，与现任职务不一致，请核对是否在任）`]
        : post.unclear;
      suggestions.push({
        key: nextKey(source),
        set: 'A02',
        source,
        row: rowOf(item, post, current, input),
        unclear: [...new Set(unclear)],
      });
    }
  }
  return withoutAccepted(suggestions, input.positions.flatMap(singlePosts), [
    (a, b) => sameWords(a, b) && alike(a, b, 'appointedOn') && alike(a, b, 'removedOn'),
    (a, b) => sameWords(a, b) && alike(a, b, 'appointedOn'),
    (a, b) => equal(a, b, 'orgCode') && alike(a, b, 'postTitle') && alike(a, b, 'appointedOn'),
    (a, b) => equal(a, b, 'postTitle') && alike(a, b, 'appointedOn'),
    (a, b) => rankOnly(b) && sameUnit(a, b) && alike(a, b, 'appointedOn'),
  ]);
}

/** Unit and title as one: 某街道＋办事处主任 and 某街道办事处＋主任 are one post. */
function sameWords(a: RecordRow, b: RecordRow): boolean {
  const words = textOf(a, 'orgName') + textOf(a, 'postTitle');
  return words !== '' && words === textOf(b, 'orgName') + textOf(b, 'postTitle');
}

/** A line that names a unit and a rank (某科四级主任科员) gives a row without a title; a record may hold the rank there. */
function rankOnly(suggested: RecordRow): boolean {
  return textOf(suggested, 'postTitle') === '';
}

function sameUnit(a: RecordRow, b: RecordRow): boolean {
  return equal(a, b, 'orgCode') || equal(a, b, 'orgName');
}

/** A record may hold several titles (党组书记、局长); each of them is there. */
function singlePosts(row: RecordRow): RecordRow[] {
  return textOf(row, 'postTitle')
    .split('、')
    .map((postTitle) => ({ ...row, postTitle }));
}

/** Words of a line that belong to no post, and why. */
interface Loose {
  readonly words: string;
  readonly why: string;
  /** They may name a post all the same: a row of their own carries them. */
  readonly isPost: boolean;
}

/** The posts of one line; words that belong to none are marked on the last one, or make a row of their own. */
function draftsOf(segment: RecordRow, units: UnitIndex): Drafted[] {
  const drafts: Drafted[] = [];
  const loose: Loose[] = [];
  const items = readItems(segment);
  for (const item of items) {
    if (item.kind === 'training') {
      loose.push({ words: item.text, why: '培训，请在培训信息集中登记', isPost: false });
    } else if (item.kind === 'paragraph') {
      loose.push({ words: item.text, why: '没有起止时间，请核对是否登记为职务', isPost: true });
    } else if (item.kind === 'posts') {
      const read = readPosts(item.text, units);
      for (const post of read.posts) {
        if (item.inner && item.startedOn === null) post.unclear.push('其间（没有写明起止时间，请补充）');
        drafts.push({ item, post });
      }
      for (const words of read.loose) loose.push({ words, why: '未能识别出单位和职务', isPost: true });
      for (const rank of read.ranks) loose.push({ words: rank, why: rankNote, isPost: false });
    }
  }
  const [first] = items;
  if (loose.length === 0 || !first) return drafts;
  const unclear = loose.map(({ words, why }) => `${words}（${why}）`);
  const last = drafts.at(-1);
  if (last) {
    last.post.unclear.push(...unclear);
    return drafts;
  }
  const title = loose.flatMap(({ words, isPost }) => (isPost ? [words] : [])).join('；');
  const post: PostReading = {
    org: '',
    unit: null,
    title,
    level: '',
    duties: '',
    reason: '',
    rank: '',
    unclear,
  };
  return [{ item: { ...first, open: false }, post }];
}

function rowOf(item: Item, post: PostReading, current: boolean, input: PostSuggestionInput): RecordRow {
  const level = post.level === '' ? undefined : input.tables.get('ZB09')?.byLabel(post.level)?.code;
  const written = {
    ...(item.writtenStart === '' ? {} : { appointedOn: item.writtenStart }),
    ...(item.writtenEnd === '' ? {} : { removedOn: item.writtenEnd }),
  };
  return {
    id: newId(),
    ...(post.org === '' ? {} : { orgName: post.org }),
    ...(post.unit === null ? {} : { orgCode: post.unit }),
    ...(post.title === '' ? {} : { postTitle: post.title }),
    ...(level ? { positionLevelCode: level } : {}),
    ...(item.startedOn === null ? {} : { appointedOn: item.startedOn }),
    ...(item.endedOn === null ? {} : { removedOn: item.endedOn }),
    tenureStatusCode: current ? '1' : '0',
    ...(post.duties === '' ? {} : { dutiesInCharge: post.duties }),
    ...(post.reason === '' ? {} : { changeReason: post.reason }),
    ...(Object.keys(written).length > 0 ? { asWritten: written } : {}),
    origin: { from: resumeField, hash: input.resumeHash },
  };
}
