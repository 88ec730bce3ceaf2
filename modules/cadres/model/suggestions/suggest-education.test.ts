import { describe, expect, it } from 'vitest';
import type { RecordRow } from '#platform/model';
import { loadCodeTables } from '#platform/server';
import { resumeRows } from '../resume/resume-rows.ts';
import { suggestEducation } from './suggest-education.ts';

const tables = loadCodeTables();
const person: RecordRow = {
  id: 'p',
  workStartDate: '2004-08',
  fullTimeEducation: '大学',
  fullTimeDegree: '文学学士',
  fullTimeEducationSchool: '冀中某师范学院中文系汉语言文学专业',
  inServiceEducation: '研究生',
  inServiceDegree: '公共管理硕士',
  inServiceEducationSchool: '中央党校经济管理专业',
  inServiceDegreeSchool: '燕山某大学公共管理专业',
};
const resume = [
  '2000.09--2004.08  冀中某师范学院中文系汉语言文学专业学习',
  '2004.08--         某区财政局科员',
  '                  （其间：2010.09--2013.07在中央党校在职研究生班经济管理专业学习）',
].join('\n');

function read(text: string, of: RecordRow | undefined, educations: readonly RecordRow[] = []): RecordRow[] {
  const input = { person: of, segments: resumeRows(text, []), educations, resumeHash: '1', tables };
  return suggestEducation(input).map((each) => each.row);
}

describe('education read from the résumé and the form', () => {
  it('joins a line of study with the text of the form that names the same school', () => {
    const [fullTime, inService, degree] = read(resume, person);
    expect(fullTime).toMatchObject({
      school: '冀中某师范学院中文系',
      major: '汉语言文学',
      educationName: '大学',
      educationCode: '21',
      degreeName: '文学学士',
      degreeCode: '405',
      enrolledOn: '2000-09',
      graduatedOn: '2004-08',
      educationTypeCode: '1',
      origin: { from: 'A01.resumeText', hash: '1' },
    });
    expect(inService).toMatchObject({
      school: '中央党校',
      educationName: '研究生',
      enrolledOn: '2010-09',
      educationTypeCode: '2',
    });
    expect(inService).not.toHaveProperty('degreeName');
    expect(degree).toMatchObject({
      school: '燕山某大学',
      degreeName: '公共管理硕士',
      degreeCode: '349',
      educationTypeCode: '2',
    });
    expect(degree?.origin?.from).toBe('A01.inServiceDegree');
  });

  it('takes what ends before work began for full-time, a note beside a post for in-service', () => {
    const codes = read(resume, { id: 'p', workStartDate: '2004-08' }).map((row) => row['educationTypeCode']);
    expect(codes).toEqual(['1', '2']);
  });

  it('leaves the mode open when nothing says it', () => {
    expect(read('2000.09--2004.08  某大学法学专业学习', undefined)[0]).not.toHaveProperty(
      'educationTypeCode',
    );
  });

  it('keeps a text without a code as a name', () => {
    const [row] = read('', {
      id: 'p',
      inServiceEducation: '中央党校大专',
      inServiceEducationSchool: '中央党校函授学院',
    });
    expect(row).toMatchObject({
      educationName: '中央党校大专',
      school: '中央党校函授学院',
      educationTypeCode: '2',
    });
    expect(row).not.toHaveProperty('educationCode');
  });

  it('is not suggested again when it is a record', () => {
    expect(read(resume, person, read(resume, person))).toEqual([]);
  });
});
