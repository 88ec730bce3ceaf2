import type { StandardTable } from '../standard-table.ts';
import {
  ages,
  birthDecades,
  degrees,
  education,
  fullTimeEducation,
  levelKey,
  levels,
  marks,
  sexes,
} from './column-groups.ts';

/** The staff as a whole. */
export const forceTables: readonly StandardTable[] = [
  {
    id: 'force',
    title: '区管干部队伍情况统计表',
    about: '各职务层次干部的性别、民族、党派、年龄、学历、学位',
    family: '队伍情况',
    rows: { by: 'groups', head: '职务层次', key: levelKey },
    columns: [sexes, marks, ages, birthDecades, fullTimeEducation, education, degrees],
  },
  {
    id: 'analysis',
    title: '干部配备情况统计分析表',
    about: '各类机构干部的性别、民族、党派、职务层次、年龄、学历',
    family: '队伍情况',
    rows: { by: 'units', head: '机构类别', units: 'unit-types' },
    columns: [sexes, marks, levels, ages, fullTimeEducation, education],
  },
];
