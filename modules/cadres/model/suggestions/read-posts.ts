import { splitBrackets } from './brackets.ts';
import { splitOutside, verbsBefore } from './clauses.ts';
import { readNote } from './post-notes.ts';
import { placePhrase, type PlacedPost } from './place-phrase.ts';
import { rankStart, titleStarts } from './title-suffix.ts';
import type { UnitIndex } from './unit-index.ts';
import { levelWords } from './words/ranks.ts';
import { createSuffixLookup } from './words/suffix-lookup.ts';
import { activityWords, dutyWords, postingModes, severalInTurn } from './words/verbs.ts';

/** A post as it was read from words. */
export interface PostReading {
  org: string;
  /** The unit of the index that is meant. */
  unit: string | null;
  /** Empty where only the unit or a rank is named. */
  title: string;
  /** The label of 职务层次 (ZB09), only where the words say it. */
  level: string;
  /** 主持工作 */
  duties: string;
  /** 挂职, 借调 */
  reason: string;
  /** What was not understood, with what to do. */
  unclear: string[];
}

export interface PostsRead {
  readonly posts: PostReading[];
  /** Words that belong to no post. */
  readonly loose: string[];
}

const SEPARATOR = /[、，,；;。\s]+/u;
const CONCURRENT = /^(.+?)(?:并?兼任|并?兼职|并?兼)(.+)$/u;
const activities = createSuffixLookup(activityWords);

/** What was said so far and still holds for the words that follow. */
interface Context {
  org: string;
  unit: string | null;
  reason: string;
  /** A unit was named without a post: the next words may bring it. */
  waiting: { org: string; unit: string | null; activity: string } | null;
}

/** Reads 某区财政局党组成员、副局长（正科级）into its posts; a unit that is not repeated is carried on. */
export function readPosts(text: string, index: UnitIndex): PostsRead {
  const context: Context = { org: '', unit: null, reason: '', waiting: null };
  const posts: PostReading[] = [];
  const loose: string[] = [];
  const add = (post: PlacedPost, rest: Partial<PostReading> = {}): void => {
    posts.push({ level: '', duties: '', reason: context.reason, ...post, ...rest });
    if (post.org !== '') Object.assign(context, { org: post.org, unit: post.unit });
  };
  const settle = (): void => {
    const { waiting } = context;
    context.waiting = null;
    if (!waiting) return;
    const words = waiting.activity || waiting.org;
    add({ org: waiting.org, unit: waiting.unit, title: '', unclear: [`${words}（没有写明职务，请补充）`] });
  };
  const readPhrase = (phrase: string): void => {
    const verbs = index.match(phrase).length > 0 ? '' : verbsBefore(phrase);
    for (const mode of postingModes) if (verbs.includes(mode)) context.reason = mode;
    const several = severalInTurn.some((word) => verbs.includes(word) || phrase.startsWith(word));
    const words = phrase.slice(verbs.length);
    const [, first, second] = CONCURRENT.exec(words) ?? [];
    if (first && second && (titleStarts(first).length > 0 || rankStart(first) >= 0)) {
      readPhrase(first);
      readPhrase(second);
      return;
    }
    const before = posts.length;
    readWords(words);
    if (several && posts.length > before) {
      posts.at(-1)?.unclear.push(`${verbs}（各职务的起止时间没有分别写明，请核对）`);
    }
  };
  const readWords = (words: string): void => {
    const last = posts.at(-1);
    if (dutyWords.test(words) && last) {
      last.duties = last.duties === '' ? words : `${last.duties}；${words}`;
      return;
    }
    if (Object.hasOwn(levelWords, words) && last) {
      last.level = levelWords[words] ?? '';
      return;
    }
    const activity = activities.longest(words);
    if (activity > 0 && readActivity(words.slice(0, -activity), words.slice(-activity))) return;
    const rank = rankStart(words);
    if (rank >= 0) {
      readRank(words.slice(0, rank), words.slice(rank));
      return;
    }
    const post = placePhrase(words, context, index);
    if (!post) {
      loose.push(words);
      return;
    }
    if (post.title === '') {
      settle();
      context.waiting = { org: post.org, unit: post.unit, activity: '' };
      Object.assign(context, { org: post.org, unit: post.unit });
      return;
    }
    if (post.org === context.waiting?.org) context.waiting = null;
    else settle();
    add(post);
  };
  const readActivity = (head: string, activity: string): boolean => {
    const mode = postingModes.find((each) => activity.includes(each));
    if (head === '') {
      if (mode === undefined) return false;
      context.reason = mode;
      return true;
    }
    if (titleStarts(head).length > 0 || rankStart(head) >= 0) {
      if (mode !== undefined) context.reason = mode;
      readWords(head);
      return true;
    }
    const place = placePhrase(head, context, index);
    if (!place || place.title !== '') return false;
    settle();
    if (mode !== undefined) context.reason = mode;
    context.waiting = { org: place.org, unit: place.unit, activity };
    Object.assign(context, { org: place.org, unit: place.unit });
    return true;
  };
  const readRank = (head: string, rank: string): void => {
    const note = `${rank}（职级，请在职务层次与职级中登记）`;
    if (head !== '') readWords(head);
    const last = posts.at(-1);
    const { waiting } = context;
    if (waiting) {
      context.waiting = null;
      add({ org: waiting.org, unit: waiting.unit, title: '', unclear: [note] });
    } else if (last) last.unclear.push(note);
    else loose.push(note);
  };

  for (const piece of splitOutside(joinedNames(text), SEPARATOR)) {
    let phrase = '';
    for (const stretch of splitBrackets(piece)) {
      if (stretch.kind === 'text') {
        phrase = stretch.value
          .replaceAll('〔', '（')
          .replaceAll('〕', '）')
          .replace(/[:：]+$/u, '');
        if (phrase !== '') readPhrase(phrase);
      } else if (!readNote(stretch.value, posts.at(-1))) {
        loose.push(`（${stretch.value}）`);
      }
    }
  }
  settle();
  return { posts, loose };
}

/** Brackets inside a name (某区水利局（水务局）局长) are no notes: they are kept within the name. */
function joinedNames(text: string): string {
  const stretches = splitBrackets(text);
  return stretches
    .map((stretch, i) => {
      if (stretch.kind === 'text') return stretch.value;
      const before = stretches[i - 1]?.value ?? '';
      const after = stretches[i + 1]?.value ?? '';
      const piece = before.split(SEPARATOR).at(-1) ?? '';
      const inName = after !== '' && !/^[、，,；;。\s兼任]/u.test(after) && piece.length >= 3;
      const isName =
        inName && titleStarts(piece).length === 0 && rankStart(piece) < 0 && !/[（()）]/u.test(stretch.value);
      return isName ? `〔${stretch.value}〕` : `（${stretch.value}）`;
    })
    .join('');
}
