import { monthNumber, newId, textOf, type CodeTables, type RecordRow } from '#platform/model';
import { codeDegree, codeEducation } from '../coding/code-text.ts';
import { resumeField } from '../resume/resume-rows.ts';
import { shortHash } from '../resume/short-hash.ts';
import { alike, equal, withoutAccepted } from './accepted.ts';
import { formEducations, isSameMajor, isSameSchool, type FormEducation } from './form-education.ts';
import { keyGiver, sourceOf } from './line-source.ts';
import { readItems, type Item } from './read-items.ts';
import { readStudy, type StudyReading } from './read-study.ts';
import type { Suggestion } from './suggestion.ts';

export interface EducationSuggestionInput {
  /** The row of A01: the form's texts of education and the start of work. */
  readonly person: RecordRow | undefined;
  /** The rows of 简历段 (A17). */
  readonly segments: readonly RecordRow[];
  /** The rows of 学历学位 (A08) that are there. */
  readonly educations: readonly RecordRow[];
  /** `shortHash` of A01.resumeText. */
  readonly resumeHash: string;
  readonly tables: CodeTables;
}

interface Drafted {
  readonly source: string;
  readonly item: Item | null;
  readonly study: StudyReading;
  form: FormEducation | null;
}

/**
 * Reads education (A08) out of the résumé's lines of study and the form's texts. A line and a text that name the same
 * school make one row; a text without a line makes a row without dates.
 */
export function suggestEducation(input: EducationSuggestionInput): Suggestion[] {
  const drafts = input.segments.flatMap((segment) =>
    readItems(segment).flatMap((item): Drafted[] =>
      item.kind === 'study'
        ? [{ source: sourceOf(segment), item, study: readStudy(item.text), form: null }]
        : [],
    ),
  );
  for (const form of formEducations(input.person)) {
    const line = lineOf(form, drafts, textOf(input.person, 'workStartDate'));
    if (line) line.form = form;
    else drafts.push({ source: form.text, item: null, study: form.school, form });
  }
  const nextKey = keyGiver('A08');
  const suggestions = drafts.map((draft): Suggestion => ({
    key: nextKey(draft.source),
    set: 'A08',
    source: draft.source,
    row: rowOf(draft, input),
    unclear: unclearOf(draft),
  }));
  return withoutAccepted(suggestions, input.educations, [
    (a, b) => equal(a, b, 'school') && alike(a, b, 'enrolledOn') && alike(a, b, 'graduatedOn'),
    (a, b) => equal(a, b, 'school') && (equal(a, b, 'graduatedOn') || equal(a, b, 'enrolledOn')),
    (a, b) => isSchoolOf(a, b) && (equal(a, b, 'graduatedOn') || equal(a, b, 'enrolledOn')),
    (a, b) => isSchoolOf(a, b) && equal(a, b, 'educationTypeCode') && alike(a, b, 'major'),
    (a, b) => isUnnamed(b) && equal(a, b, 'educationTypeCode') && equal(a, b, 'educationName'),
    (a, b) => equal(a, b, 'enrolledOn') && equal(a, b, 'graduatedOn'),
  ]);
}

/** The form may name an education without its school (高中). */
function isUnnamed(row: RecordRow): boolean {
  return textOf(row, 'school') === '';
}

/** Is it one school, named with and without its department? */
function isSchoolOf(a: RecordRow, b: RecordRow): boolean {
  const [one, other] = [textOf(a, 'school'), textOf(b, 'school')];
  return one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one));
}

/** The line of study that a text of the form speaks of: the same school, the same major, the mode that fits. */
function lineOf(form: FormEducation, drafts: readonly Drafted[], workStart: string): Drafted | undefined {
  const fitting = drafts.filter(
    (draft) => draft.form === null && draft.item !== null && isSameSchool(draft.study, form.school),
  );
  const modes = fitting.filter((draft) => (modeOf(draft, workStart) ?? form.mode) === form.mode);
  const majors = modes.filter((draft) => isSameMajor(draft.study, form.school));
  return majors[0] ?? (modes.length === 1 ? modes[0] : undefined);
}

/** By its words; a note beside a post is in service; a line that ends before work began is full-time. */
function modeOf(draft: Drafted, workStart: string): StudyReading['mode'] {
  if (draft.study.mode !== null) return draft.study.mode;
  if (draft.item?.inner) return 'inService';
  const [end, start] = [monthNumber(draft.item?.endedOn ?? ''), monthNumber(workStart)];
  if (end === null || start === null) return null;
  return end <= start ? 'fullTime' : null;
}

function rowOf(draft: Drafted, input: EducationSuggestionInput): RecordRow {
  const { item, study, form } = draft;
  const mode = form?.mode ?? modeOf(draft, textOf(input.person, 'workStartDate'));
  const education = form?.education || study.education;
  const degree = form?.degree || study.degree;
  const educationCode = education === '' ? null : codeEducation(education, input.tables);
  const degreeCode = degree === '' ? null : codeDegree(degree, input.tables);
  const school = study.school || form?.school.school || '';
  const major = study.major || form?.school.major || '';
  const written = {
    ...(item?.writtenStart ? { enrolledOn: item.writtenStart } : {}),
    ...(item?.writtenEnd ? { graduatedOn: item.writtenEnd } : {}),
  };
  return {
    id: newId(),
    ...(education === '' ? {} : { educationName: education }),
    ...(educationCode === null ? {} : { educationCode }),
    ...(degree === '' ? {} : { degreeName: degree }),
    ...(degreeCode === null ? {} : { degreeCode }),
    ...(item?.startedOn ? { enrolledOn: item.startedOn } : {}),
    ...(item?.endedOn ? { graduatedOn: item.endedOn } : {}),
    ...(school === '' ? {} : { school }),
    ...(major === '' ? {} : { major }),
    ...(mode === null ? {} : { educationTypeCode: mode === 'fullTime' ? '1' : '2' }),
    ...(Object.keys(written).length > 0 ? { asWritten: written } : {}),
    origin:
      item === null && form !== null
        ? { from: form.field, hash: shortHash(form.text) }
        : { from: resumeField, hash: input.resumeHash },
  };
}

function unclearOf(draft: Drafted): string[] {
  const unclear = [...draft.study.rest];
  const { study, form } = draft;
  if (
    form &&
    study.education !== '' &&
    form.education !== '' &&
    !sameEducation(study.education, form.education)
  ) {
    unclear.push(`${study.education}（简历所写与任免表的“${form.education}”不同，请核对）`);
  }
  return unclear;
}

/** 本科 and 大学 are one, 硕士研究生 is 研究生. */
function sameEducation(a: string, b: string): boolean {
  const plain = (text: string): string =>
    text
      .replace(/大学本科|本科/u, '大学')
      .replace(/专科|大学专科/u, '大专')
      .replace(/^(?:硕士|博士|在职)/u, '');
  return plain(a).includes(plain(b)) || plain(b).includes(plain(a));
}
