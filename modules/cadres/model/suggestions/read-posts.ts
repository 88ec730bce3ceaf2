import { splitBrackets } from './brackets.ts';
import { splitOutside, verbsBefore } from './clauses.ts';
import { placePhrase, type NamedUnit, type PlacedPost } from './place-phrase.ts';
import { rankNote, readNote } from './post-notes.ts';
import { rankStart, titleStarts } from './title-suffix.ts';
import { endsLikeUnit } from './unit-endings.ts';
import type { UnitIndex } from './unit-index.ts';
import { levelWords } from './words/ranks.ts';
import { createSuffixLookup } from './words/suffix-lookup.ts';
import { activityWords, dutyWords, plainWords, postingModes, severalInTurn } from './words/verbs.ts';

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
  /** The 职级 that stands where a title would. */
  rank: string;
  /** What was not understood, with what to do. */
  unclear: string[];
}

export interface PostsRead {
  readonly posts: PostReading[];
  /** Words that belong to no post. */
  readonly loose: string[];
  /** 职级 without a unit. */
  readonly ranks: string[];
}

const SEPARATOR = /[、，,；;。\s]+/u;
const CONCURRENT = /^(.+?)(?:并?兼任|并?兼职|并?兼)(.+)$/u;
const activities = createSuffixLookup(activityWords);

/** Reads 某区财政局党组成员、副局长（正科级）into its posts; a unit that is not repeated is carried on. */
export function readPosts(text: string, index: UnitIndex): PostsRead {
  const reader = new PostReader(index);
  for (const piece of splitOutside(joinedNames(text), SEPARATOR)) {
    for (const stretch of splitBrackets(piece)) {
      if (stretch.kind === 'text') {
        const phrase = stretch.value
          .replaceAll('〔', '（')
          .replaceAll('〕', '）')
          .replace(/[:：]+$/u, '');
        if (phrase !== '') reader.readPhrase(phrase);
      } else reader.readNote(stretch.value);
    }
  }
  reader.settle();
  return reader;
}

/** Goes through the phrases of a line and keeps what still holds for those that follow. */
class PostReader implements PostsRead {
  readonly posts: PostReading[] = [];
  readonly loose: string[] = [];
  readonly ranks: string[] = [];
  readonly #index: UnitIndex;
  #unit: NamedUnit = { org: '', unit: null };
  #reason = '';
  /** 历任, 先后任: the dates of the line are not those of each post. */
  #inTurn = '';
  /** A unit was named without a post: the next words may bring it. */
  #waiting: (NamedUnit & { readonly activity: string }) | null = null;

  constructor(index: UnitIndex) {
    this.#index = index;
  }

  readPhrase(phrase: string): void {
    const verbs = this.#index.match(phrase).length > 0 ? '' : verbsBefore(phrase);
    this.#reason = postingModes.find((mode) => verbs.includes(mode)) ?? this.#reason;
    this.#inTurn = severalInTurn.find((word) => verbs.includes(word)) ?? this.#inTurn;
    const words = phrase.slice(verbs.length);
    const [, first, second] = CONCURRENT.exec(words) ?? [];
    if (first && second && (titleStarts(first).length > 0 || rankStart(first) >= 0)) {
      this.readPhrase(first);
      this.readPhrase(second);
    } else if (!this.#readWords(words) && !plainWords.includes(phrase)) this.loose.push(phrase);
  }

  readNote(note: string): void {
    if (!readNote(note, this.posts.at(-1))) this.loose.push(`（${note}）`);
  }

  /** A unit for which no post came is a row without a title, to be completed. */
  settle(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (!waiting) return;
    const unclear = [`${waiting.activity || waiting.org}（没有写明职务，请补充）`];
    this.#add({ org: waiting.org, unit: waiting.unit, title: '', carry: waiting, unclear });
  }

  #add(post: PlacedPost, rank = ''): void {
    const { org, unit, title } = post;
    const turn = this.#inTurn === '' ? [] : [`${this.#inTurn}（各职务的起止时间没有分别写明，请核对）`];
    const unclear = [...post.unclear, ...turn];
    this.posts.push({ org, unit, title, level: '', duties: '', reason: this.#reason, rank, unclear });
    if (post.carry.org !== '') this.#unit = post.carry;
  }

  /** False when nothing was understood. */
  #readWords(words: string): boolean {
    return (
      this.#readRemark(words) ||
      this.#readActivity(words) ||
      this.#readTaken(words) ||
      this.#readRank(words) ||
      this.#readPost(words)
    );
  }

  /** 主持工作, 正科级, 享受副处级待遇 behind a post. */
  #readRemark(words: string): boolean {
    const last = this.posts.at(-1);
    if (/^享受.*待遇$/u.test(words)) {
      if (last) last.unclear.push(words);
      return last !== undefined;
    }
    if (!last || this.#waiting) return false;
    if (dutyWords.test(words)) {
      last.duties = last.duties === '' ? words : `${last.duties}；${words}`;
      return true;
    }
    if (last.level !== '' || !Object.hasOwn(levelWords, words)) return false;
    last.level = levelWords[words] ?? '';
    return true;
  }

  /** 某区统计局挂职锻炼, 某乡政府工作, and 挂职 alone. */
  #readActivity(words: string): boolean {
    const length = activities.longest(words);
    if (length === 0) return false;
    const head = words.slice(0, -length);
    const activity = words.slice(-length);
    const mode = postingModes.find((each) => activity.includes(each));
    if (head === '') {
      this.#reason = mode ?? this.#reason;
      return mode !== undefined;
    }
    if (titleStarts(head).length > 0 || rankStart(head) >= 0) {
      this.#reason = mode ?? this.#reason;
      return this.#readWords(head);
    }
    const place = placePhrase(head, this.#unit, this.#index);
    if (!place || place.title !== '') return false;
    this.settle();
    this.#reason = mode ?? this.#reason;
    this.#wait(place.carry, activity);
    return true;
  }

  /** 某村任第一书记 */
  #readTaken(words: string): boolean {
    for (let at = words.indexOf('任'); at > 0; at = words.indexOf('任', at + 1)) {
      const post = words.slice(at + 1);
      const unit = words.slice(0, at).replace(/(?:挂职|担)$/u, '');
      if (!endsLikeUnit(unit) || !(titleStarts(post).includes(0) || rankStart(post) === 0)) continue;
      if (words.slice(unit.length, at) === '挂职') this.#reason = '挂职';
      return this.#readWords(unit) && this.#readWords(post);
    }
    return false;
  }

  #readRank(words: string): boolean {
    const start = rankStart(words);
    if (start < 0) return false;
    const head = words.slice(0, start);
    const rank = words.slice(start);
    const note = `${rank}（${rankNote}）`;
    if (head !== '' && !this.#readWords(head)) return false;
    const waiting = this.#waiting;
    const last = this.posts.at(-1);
    this.#waiting = null;
    if (waiting)
      this.#add({ org: waiting.org, unit: waiting.unit, title: '', carry: waiting, unclear: [note] }, rank);
    else if (last) last.unclear.push(note);
    else this.ranks.push(rank);
    return true;
  }

  #readPost(words: string): boolean {
    const post = placePhrase(words, this.#unit, this.#index);
    if (!post) return false;
    if (post.title === '') {
      this.settle();
      this.#wait(post.carry, '');
      return true;
    }
    if (this.#waiting && post.carry.org.startsWith(this.#waiting.org)) this.#waiting = null;
    else this.settle();
    this.#add(post);
    return true;
  }

  #wait(unit: NamedUnit, activity: string): void {
    this.#waiting = { ...unit, activity };
    this.#unit = unit;
  }
}

/** Brackets inside a name (某区水利局（水务局）局长) are no notes: they are kept within the name. */
function joinedNames(text: string): string {
  const stretches = splitBrackets(text);
  return stretches
    .map((stretch, i) => {
      if (stretch.kind === 'text') return stretch.value;
      const piece = (stretches[i - 1]?.value ?? '').split(SEPARATOR).at(-1) ?? '';
      const after = stretches[i + 1]?.value ?? '';
      const inside = piece.length >= 3 && after !== '' && !/^[、，,；;。\s兼任]/u.test(after);
      const isName =
        inside && titleStarts(piece).length === 0 && rankStart(piece) < 0 && !/[（()）]/u.test(stretch.value);
      return isName ? `〔${stretch.value}〕` : `（${stretch.value}）`;
    })
    .join('');
}
