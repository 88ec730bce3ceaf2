import type { EducationOf } from '../roster.ts';
import type { PersonValues } from './person-values.ts';

interface EducationFields {
  readonly education: string;
  readonly degree: string;
  /** The school as A01 registers it, for people of whom no row is entered. */
  readonly registered: readonly string[];
  /** 教育类别 of the rows; null where it does not matter. */
  readonly type: string | null;
}

const fieldsOf: Readonly<Record<EducationOf, EducationFields>> = {
  fullTime: {
    education: 'fullTimeEducation',
    degree: 'fullTimeDegree',
    registered: ['A01.fullTimeEducationSchool', 'A01.fullTimeDegreeSchool'],
    type: '全日制',
  },
  inService: {
    education: 'inServiceEducation',
    degree: 'inServiceDegree',
    registered: ['A01.inServiceEducationSchool', 'A01.inServiceDegreeSchool'],
    type: '在职',
  },
  highest: {
    education: 'highestEducation',
    degree: 'highestDegree',
    registered: ['A01.highestEducationSchool', 'A01.highestDegreeSchool'],
    type: null,
  },
};

const rowFields = ['A08.educationCode', 'A08.degreeCode', 'A08.school', 'A08.major', 'A08.educationTypeCode'];

/** The fields that `educationText` reads. */
export function educationFields(of: EducationOf): readonly string[] {
  const { education, degree, registered } = fieldsOf[of];
  return [education, degree, ...registered, ...rowFields];
}

/** 大学/法学学士, and below it the school with the subject of the highest education, else of the degree. */
export function educationText(of: EducationOf, person: PersonValues): string {
  const { education, degree, registered, type } = fieldsOf[of];
  const levels = [person.text(education), person.text(degree)];
  const head = levels.filter((text) => text !== '').join('/');
  if (head === '') return '';
  const written = registered.map((field) => person.text(field)).find((text) => text !== '');
  const school = schoolOf(person, levels, type) ?? written ?? '';
  return school === '' ? head : `${head}\n${school}`;
}

/** The last finished row of the level sought; the rows' fields stand line by line beside each other. */
function schoolOf(person: PersonValues, levels: readonly string[], type: string | null): string | null {
  const [educations = [], degrees = [], schools = [], majors = [], types = []] = rowFields.map((field) =>
    person.text(field).split('\n'),
  );
  for (const [level, lines] of [
    [levels[0], educations],
    [levels[1], degrees],
  ] as const) {
    if (!level) continue;
    const row = lines.findLastIndex(
      (line, index) => line === level && (type === null || types[index] === type) && schools[index],
    );
    if (row >= 0) return joined(schools[row] ?? '', majors[row] ?? '');
  }
  return null;
}

function joined(school: string, major: string): string {
  return major === '' || school.endsWith(major) || major.endsWith('专业')
    ? school + major
    : `${school}${major}专业`;
}
