import { describe, expect, it } from 'vitest';
import { factOf, type Records } from './test-people.ts';

const names = [
  'fullTimeEducation',
  'fullTimeDegree',
  'inServiceEducation',
  'inServiceDegree',
  'highestEducation',
  'highestDegree',
];
const facts = (records: Records, asOf = '2026-11-25') => names.map((name) => factOf(name, records, asOf));

const college = { educationCode: '31', educationTypeCode: '1', graduatedOn: '1994-07' };
const partySchool = { educationCode: '2B', educationTypeCode: '2', graduatedOn: '2004-12' };
const master = {
  degreeCode: '349',
  educationTypeCode: '2',
  graduatedOn: '2011-06',
  degreeConferredOn: '2011-12',
};

describe('学历学位', () => {
  const A08 = [college, partySchool, master];

  it('全日制与在职、学历与学位分开计算，有硕士学位不等于研究生学历', () => {
    expect(facts({ A08 })).toEqual(['31', null, '2B', '349', '2B', '349']);
  });

  it('截止时间尚未毕业的不算，尚未授予的学位不算', () => {
    expect(facts({ A08 }, '2004-11-30')).toEqual(['31', null, null, null, '31', null]);
    expect(facts({ A08 }, '2011-11-30')).toEqual(['31', null, '2B', null, '2B', null]);
    expect(facts({ A08 }, '1994-06-30')).toEqual([null, null, null, null, null, null]);
  });

  it.each([
    ['没有毕业时间的总是算', { educationCode: '21', educationTypeCode: '1' }, '21', '21'],
    ['教育类别不明的只算最高', { educationCode: '21', graduatedOn: '1990' }, null, '21'],
    ['没有代码的看名称', { educationName: '大学本科', educationTypeCode: '1' }, '21', '21'],
    ['中央党校大专按专科', { educationName: '中央党校大专', educationTypeCode: '1' }, '3', '3'],
    ['初中没有代码', { educationName: '初中', educationTypeCode: '1' }, null, null],
  ])('%s', (_, row, fullTime, highest) => {
    const [own, , , , top] = facts({ A08: [row] });
    expect([own, top]).toEqual([fullTime, highest]);
  });

  it('同一层次取后取得的，名誉博士不算', () => {
    const first = { degreeCode: '403', educationTypeCode: '1', graduatedOn: '1997-07' };
    const second = { degreeCode: '402', educationTypeCode: '1', graduatedOn: '1999-07' };
    const honorary = { degreeCode: '1', educationTypeCode: '1', graduatedOn: '2010-07' };
    expect(facts({ A08: [second, honorary, first] })[1]).toBe('402');
  });

  it.each([
    ['没有学历行的用任免表文字', {}, ['21', '403', '1B', null, '1B', '403']],
    ['有学历行的不用任免表文字', { A08: [college] }, ['31', null, null, null, '31', null]],
  ])('%s', (_, rows, expected) => {
    const A01 = {
      fullTimeEducation: '大学',
      fullTimeDegree: '法学学士',
      inServiceEducation: '省委党校研究生',
      inServiceDegree: '硕士、博士',
    };
    const text = { ...A01, inServiceEducation: '河北省委党校研究生' };
    expect(facts({ A01: text, ...rows })).toEqual(expected);
  });

  it('学历行都晚于截止时间的，也不用任免表文字', () => {
    expect(facts({ A01: { fullTimeEducation: '大学' }, A08: [college] }, '1990-01-01')[0]).toBeNull();
  });
});
