import type { Condition, Head } from '#engine';
import type { ColumnGroup, GroupingSpec } from '../standard-table.ts';

/** Leading posts by level, codes of ZB09; those of judges, police and professionals fall under 其他. */
const levelHeads: readonly Head[] = [
  { label: '县处级正职', values: ['1A31'] },
  { label: '县处级副职', values: ['1A32'] },
  { label: '乡科级正职', values: ['1A41'] },
  { label: '乡科级副职', values: ['1A42'] },
];

export const levelKey: GroupingSpec = { field: 'postLevel', heads: levelHeads };
export const ageKey: GroupingSpec = { field: 'age', bands: 'age:standard' };
export const fullTimeEducationKey: GroupingSpec = {
  field: 'fullTimeEducation',
  bands: 'fullTimeEducation:heads',
};
export const educationKey: GroupingSpec = { field: 'highestEducation', bands: 'highestEducation:heads' };
export const degreeKey: GroupingSpec = { field: 'highestDegree', bands: 'highestDegree:heads' };
export const sexKey: GroupingSpec = {
  field: 'A01.sexCode',
  heads: [
    { label: '男', values: ['1'] },
    { label: '女', values: ['2'] },
  ],
};

export const levels: ColumnGroup = { by: 'groups', head: '职务层次', key: levelKey };
export const ages: ColumnGroup = { by: 'groups', head: '年龄', key: ageKey };
export const education: ColumnGroup = { by: 'groups', head: '最高学历', key: educationKey };
export const fullTimeEducation: ColumnGroup = {
  by: 'groups',
  head: '全日制学历',
  key: fullTimeEducationKey,
};
export const degrees: ColumnGroup = { by: 'groups', head: '最高学位', key: degreeKey };
export const sexes: ColumnGroup = { by: 'groups', head: '性别', key: sexKey };

export const birthDecades: ColumnGroup = {
  by: 'groups',
  head: '出生年代',
  key: {
    field: 'A01.birthDate',
    bands: [
      { label: '1969年以前', to: '1969' },
      { label: '1970至1979年', from: '1970', to: '1979' },
      { label: '1980至1989年', from: '1980', to: '1989' },
      { label: '1990年以后', from: '1990' },
    ],
  },
};

export const women: Condition = { op: 'in', field: 'A01.sexCode', values: ['2'] };
export const minority: Condition = { op: 'in', field: 'isMinority', values: ['1'] };
export const nonParty: Condition = { op: 'in', field: 'isNonParty', values: ['1'] };

/** People of at most this age. */
export function upToAge(age: number): Condition {
  return { op: 'between', field: 'age', to: age };
}

/** 女、少数民族、党外 */
export const marks: ColumnGroup = {
  by: 'marks',
  head: '其中',
  marks: [
    { label: '少数民族', where: minority },
    { label: '党外', where: nonParty },
  ],
};
