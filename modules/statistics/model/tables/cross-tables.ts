import type { ColumnGroup, RowAxis, StandardTable } from '../standard-table.ts';
import { ageKey, ages, education, educationKey, levelKey, levels, sexKey } from './column-groups.ts';

const unitTypes: ColumnGroup = { by: 'unit-types', head: '机构类别' };
const tenure: ColumnGroup = {
  by: 'groups',
  head: '任现职年限',
  key: { field: 'monthsInPost', bands: 'monthsInPost:tenure' },
};

function cross(id: string, title: string, rows: RowAxis, columns: ColumnGroup): StandardTable {
  const about = `${rows.head} × ${columns.head}`;
  return { id, title, about, family: '交叉统计', rows, columns: [columns] };
}

const byAge: RowAxis = { by: 'groups', head: '年龄', key: ageKey };
const byLevel: RowAxis = { by: 'groups', head: '职务层次', key: levelKey };

/** Two things against each other. */
export const crossTables: readonly StandardTable[] = [
  cross('age-level', '年龄与职务层次', byAge, levels),
  cross('age-education', '年龄与最高学历', byAge, education),
  cross('level-tenure', '职务层次与任现职年限', byLevel, tenure),
  cross('sex-level', '性别与职务层次', { by: 'groups', head: '性别', key: sexKey }, levels),
  cross(
    'education-unit-type',
    '最高学历与机构类别',
    { by: 'groups', head: '最高学历', key: educationKey },
    unitTypes,
  ),
  cross('unit-age', '单位与年龄', { by: 'units', head: '单位', units: 'units' }, ages),
  cross('rank-age', '职级与年龄', { by: 'groups', head: '职级', key: { field: 'rank' } }, ages),
  {
    ...cross(
      'retirement-level',
      '五年内到龄退休预测',
      { by: 'retirement-years', head: '法定退休年度', years: 5 },
      levels,
    ),
    about: '按法定退休时间，本年起五年内各年到龄的人数，此前已到龄仍在职的单列',
  },
];
