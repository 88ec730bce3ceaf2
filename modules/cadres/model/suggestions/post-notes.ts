import { rankStart } from './title-suffix.ts';
import { levelWords } from './words/ranks.ts';
import { dutyWords, postingModes } from './words/verbs.ts';

/** What is said of a 职级: it runs beside posts and is no post. */
export const rankNote = '职级，请在职务层次与职级中登记';

interface Noted {
  level: string;
  duties: string;
  reason: string;
  unclear: string[];
}

/**
 * Reads what stands in brackets behind a post: 正科级, 主持工作, 挂职, 一级主任科员. False when there is no post that it could
 * belong to; what it does not understand is marked on the post.
 */
export function readNote(note: string, post: Noted | undefined): boolean {
  if (!post) return false;
  for (const word of note.split(dutyWords.test(note) ? /[；;。]/u : /[、，,；;。\s]+/u)) {
    if (word === '') continue;
    const mode = postingModes.find((each) => word.startsWith(each));
    if (Object.hasOwn(levelWords, word)) post.level = levelWords[word] ?? '';
    else if (rankStart(word) === 0) post.unclear.push(`${word}（${rankNote}）`);
    else if (dutyWords.test(word)) post.duties = post.duties === '' ? word : `${post.duties}；${word}`;
    else if (mode !== undefined) {
      post.reason = post.reason === '' ? word : `${post.reason}；${word}`;
    } else if (word === '兼') post.reason = post.reason === '' ? '兼任' : `${post.reason}；兼任`;
    else post.unclear.push(`（${word}）`);
  }
  return true;
}
