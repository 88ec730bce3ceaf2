import { splitBrackets } from './brackets.ts';
import { titleStarts } from './title-suffix.ts';
import { leadingVerbs } from './words/verbs.ts';
import { leadingWord, createSuffixLookup } from './words/suffix-lookup.ts';
import { schoolSuffixes, studyEndings, trainingWords } from './words/study.ts';

/** What a clause of a line speaks of. */
export type ClauseKind = 'study' | 'training' | 'posts';

/** Clauses of one kind that follow each other, as written. */
export interface Clause {
  readonly kind: ClauseKind;
  readonly text: string;
}

const END_OF_CLAUSE = /[，,；;。\n]/u;
const DEGREE = /^(?:同时|并)?(?:获得|获|取得|授予|被授予|毕业|取得了)/u;
/** Without a school, these still say that somebody studied. */
const STUDY = /(?:专业|本科|专科|大专|研究生|专业学习)$/u;
const endings = createSuffixLookup(studyEndings);
const schools = createSuffixLookup(schoolSuffixes);
/** Names that begin with what is elsewhere a verb. */
const NOT_A_VERB = /^任(?=丘|县|城|泽|兴)/u;

/** Parts a line at commas and the like outside brackets, and joins neighbours of one kind again. */
export function readClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  for (const part of splitOutside(text, END_OF_CLAUSE)) {
    if (part.trim() === '') continue;
    const last = clauses.at(-1);
    const kind = kindOf(part, last?.kind);
    if (last && last.kind === kind) clauses[clauses.length - 1] = { kind, text: `${last.text}，${part}` };
    else clauses.push({ kind, text: part });
  }
  return clauses;
}

/** Splits at separators that stand outside brackets. */
export function splitOutside(text: string, separator: RegExp): string[] {
  const parts = [''];
  for (const stretch of splitBrackets(text)) {
    const pieces = stretch.kind === 'note' ? [`（${stretch.value}）`] : stretch.value.split(separator);
    pieces.forEach((piece, i) => {
      if (i === 0) parts.push((parts.pop() ?? '') + piece);
      else parts.push(piece);
    });
  }
  return parts;
}

/** The words in front that only say that somebody went somewhere: 调任, 到. */
export function verbsBefore(text: string): string {
  let rest = text;
  while (!NOT_A_VERB.test(rest)) {
    const verb = leadingWord(rest, leadingVerbs);
    if (verb === '' || verb.length >= rest.length) break;
    rest = rest.slice(verb.length);
  }
  return text.slice(0, text.length - rest.length);
}

function kindOf(part: string, before: ClauseKind | undefined): ClauseKind {
  const plain = splitBrackets(part)
    .filter((stretch) => stretch.kind === 'text')
    .map((stretch) => stretch.value)
    .join('')
    .trim();
  if (before === 'study' && DEGREE.test(plain)) return 'study';
  const words = plain.slice(verbsBefore(plain).length);
  if (words.endsWith('跟班学习')) return 'posts';
  const isCourse = trainingWords.some((word) => words.includes(word));
  if (endings.longest(words) > 0 && isCourse) return 'training';
  const saysStudy = STUDY.test(words) || schoolSuffixes.some((school) => words.includes(school));
  if (endings.longest(words) > 0 && saysStudy) return 'study';
  if (titleStarts(words).length > 0) return 'posts';
  if (isCourse && !/(?:中心|学校|科|股|工作)$/u.test(words)) return 'training';
  return schools.longest(words) > 0 || isDepartment(words) ? 'study' : 'posts';
}

/** 河北大学中文系 */
function isDepartment(words: string): boolean {
  const name = /^(.+?)(?:系|学院|分院)$/u.exec(words)?.[1] ?? '';
  return schoolSuffixes.some((suffix) => suffix.length > 1 && name.includes(suffix));
}
