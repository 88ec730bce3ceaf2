import { textOf, type RecordRow } from '#platform/model';
import { readStudy, type StudyReading } from './read-study.ts';

/** One of the two pairs of education lines of the form. */
export interface FormEducation {
  readonly mode: 'fullTime' | 'inService';
  /** The key of A01 that the education stands in, for the origin. */
  readonly field: string;
  readonly education: string;
  readonly degree: string;
  readonly school: StudyReading;
  /** As the form has them, for the source and for the hash. */
  readonly text: string;
}

const kinds = [
  { mode: 'fullTime', label: '全日制教育', key: 'fullTime' },
  { mode: 'inService', label: '在职教育', key: 'inService' },
] as const;

/**
 * The form's educations. The line of a degree stands for a row of its own when it names another school; without one the
 * degree belongs to the school of the education.
 */
export function formEducations(person: RecordRow | undefined): FormEducation[] {
  return kinds.flatMap(({ mode, label, key }) => {
    const education = textOf(person, `${key}Education`);
    const degree = textOf(person, `${key}Degree`);
    const school = textOf(person, `${key}EducationSchool`);
    const degreeSchool = textOf(person, `${key}DegreeSchool`);
    const apart =
      degree !== '' && degreeSchool !== '' && !isSameSchool(readStudy(school), readStudy(degreeSchool));
    const rows: FormEducation[] = [];
    if (education !== '' || school !== '' || (degree !== '' && !apart)) {
      const own = apart ? '' : degree;
      const text = [label, education, own, school].filter((each) => each !== '').join(' ');
      const named = school === '' && !apart ? degreeSchool : school;
      rows.push({
        mode,
        field: `A01.${key}Education`,
        education,
        degree: own,
        school: readStudy(named),
        text,
      });
    }
    if (apart) {
      const text = [label, degree, degreeSchool].join(' ');
      rows.push({
        mode,
        field: `A01.${key}Degree`,
        education: '',
        degree,
        school: readStudy(degreeSchool),
        text,
      });
    }
    return rows;
  });
}

/** Do two readings name the same school? One may leave out the department or the place. */
export function isSameSchool(a: StudyReading, b: StudyReading): boolean {
  if (a.school === '' || b.school === '') return false;
  const [short = '', long = ''] = [a.school, b.school].toSorted((x, y) => x.length - y.length);
  return long.startsWith(short) || long.endsWith(short);
}

/** Do they also name the same major? Not known on one side counts as the same. */
export function isSameMajor(a: StudyReading, b: StudyReading): boolean {
  return a.major === '' || b.major === '' || a.major.includes(b.major) || b.major.includes(a.major);
}
