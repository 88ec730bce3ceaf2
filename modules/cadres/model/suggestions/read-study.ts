import { splitBrackets } from './brackets.ts';
import { verbsBefore } from './clauses.ts';
import { createSuffixLookup } from './words/suffix-lookup.ts';
import {
  degreeSteps,
  departmentSuffixes,
  educationWords,
  fullTimeWords,
  inServiceWords,
  schoolSuffixes,
  studyEndings,
} from './words/study.ts';

/** What a line of study, or 毕业院校系及专业 of the form, says. */
export interface StudyReading {
  /** With 系 or 学院 where it is named: 冀中某师范学院中文系 */
  readonly school: string;
  readonly major: string;
  /** 本科, 研究生 …; empty when the words do not say it. */
  readonly education: string;
  /** 法学学士; empty when the words do not say it. */
  readonly degree: string;
  readonly mode: 'fullTime' | 'inService' | null;
  /** Words that were not understood. */
  readonly rest: string[];
}

const schools = createSuffixLookup(schoolSuffixes);
const endings = createSuffixLookup(studyEndings);
const departments = createSuffixLookup(departmentSuffixes);
const DEGREE = new RegExp(
  `^(?:并|同时)?(?:获得|获|取得|授予|被授予)?(.{0,12}(?:${degreeSteps.join('|')}))(?:学位)?$`,
  'u',
);
/** Words of the mode on either side of the major: they are no part of it. */
const modeWords = [...inServiceWords, ...fullTimeWords, '成人']
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const MODES = new RegExp(`^(?:${modeWords})+|(?:${modeWords})+$`, 'gu');
/** Words that say no more than that somebody studied. */
const PLAIN_ENDING = /^(?:学习|读书|就读|上学|求学|毕业|学生|学业|攻读|专业)$/u;

/** Reads 河北某大学行政管理专业本科学习 into school, major, education, degree and mode. */
export function readStudy(text: string): StudyReading {
  const rest: string[] = [];
  const found = { education: '', degree: '', school: '', major: '' };
  const take = (word: string): void => {
    const degree = DEGREE.exec(word)?.[1];
    const education = educationWords.find((each) => word.includes(each));
    if (degree && found.degree === '') found.degree = degree;
    else if (
      education &&
      found.education === '' &&
      word.replace(/学历|毕业|学习|取得|获得|获|（|）/gu, '') === education
    ) {
      found.education = education;
    } else if (!isModeWord(word)) rest.push(word);
  };
  let isFirst = true;
  for (const stretch of splitBrackets(text)) {
    for (const part of stretch.value.split(/[，,；;。、\s]+/u)) {
      if (part === '') continue;
      if (isFirst && stretch.kind === 'text') {
        const body = readBody(part, rest);
        Object.assign(found, body);
        isFirst = false;
      } else take(part);
    }
  }
  return { ...found, mode: modeOf(text), rest };
}

/** School, department, major and what stands behind them. */
function readBody(part: string, rest: string[]): { school: string; major: string; education: string } {
  const verbs = verbsBefore(part);
  let body = part.slice(verbs.length).replace(/^(?:就读于?|毕业于|考入|进入|参加)/u, '');
  const tails: string[] = [];
  for (
    let length = endings.longest(body);
    length > 0 && length < body.length;
    length = endings.longest(body)
  ) {
    if (schools.longest(body) > length) break;
    tails.unshift(body.slice(-length));
    body = body.slice(0, -length);
  }
  const step = /(?:高中|初中|中专|中技)$/u.exec(body)?.[0] ?? '';
  const above = body.slice(0, body.length - step.length);
  if (step !== '' && (schools.longest(above) > 0 || above.endsWith('专业'))) {
    tails.unshift(step);
    body = above;
  }
  const school = schoolOf(body);
  if (school === '') {
    rest.push(`${part}（没有读出学校名称）`);
    return { school, major: '', education: '' };
  }
  let major = body.slice(school.length);
  const tail = tails.join('');
  const education = educationWords.find((word) => (major + tail).includes(word)) ?? '';
  const before = major.indexOf(education);
  if (education !== '' && before >= 0)
    major = major.slice(0, before) + major.slice(before + education.length);
  major = major.replace(MODES, '');
  const unknown = tails.filter(
    (word) => !PLAIN_ENDING.test(word) && !isModeWord(word) && !education.includes(word),
  );
  rest.push(...unknown.filter((word) => !word.includes(education) || education === ''));
  return { school, major: major.replace(/专业$/u, ''), education };
}

/** The longest beginning that ends like a school, with the department behind it. */
function schoolOf(body: string): string {
  let end = 0;
  for (let at = 2; at <= body.length; at += 1) {
    const suffix = schools.longest(body.slice(0, at));
    if (suffix > 0 && suffix < at) end = at;
  }
  if (end === 0) return '';
  for (let at = end + 2; at <= Math.min(body.length, end + 12); at += 1) {
    if (departments.longest(body.slice(end, at)) > 0 && !/^关系|^体系/u.test(body.slice(at - 2, at)))
      return body.slice(0, at);
  }
  return body.slice(0, end);
}

function isModeWord(word: string): boolean {
  return inServiceWords.includes(word) || fullTimeWords.includes(word);
}

/** 在职 before 全日制: 非全日制 holds both. */
function modeOf(text: string): StudyReading['mode'] {
  // 农业大学 is no 业大, 邮电大学 no 电大.
  const words = text.replaceAll('大学', '　');
  if (inServiceWords.some((word) => words.includes(word))) return 'inService';
  return fullTimeWords.some((word) => text.includes(word)) ? 'fullTime' : null;
}
