import type { SetDefinition } from '#platform/model';

/** 补充信息 */
export const supplementSet: SetDefinition = {
  code: 'A99Z1',
  key: 'supplement',
  label: '补充信息',
  subject: 'person',
  repeating: false,
  fields: [
    {
      key: 'isRecruitedByExam',
      code: 'A99Z101',
      label: '是否考录',
      type: 'code',
      codeTable: 'XZ09',
      length: 1,
    },
    { key: 'recruitedOn', code: 'A99Z102', label: '录用时间', type: 'date' },
    {
      key: 'isSelectedGraduate',
      code: 'A99Z103',
      label: '是否选调生',
      type: 'code',
      codeTable: 'XZ09',
      length: 1,
    },
    { key: 'selectedGraduateSince', code: 'A99Z104', label: '进入选调生时间', type: 'date' },
    {
      key: 'retainedTreatment',
      code: 'A99Z191',
      label: '保留待遇',
      type: 'code',
      codeTable: 'XZ91',
      length: 8,
    },
    { key: 'contact', code: 'A99Z195', label: '联系方式', type: 'text', length: 24, sensitive: true },
    /** An extension, not a national field. */
    {
      key: 'trainingDirection',
      code: 'A99Z1301',
      label: '培养方向',
      type: 'code',
      codeTable: 'PY02',
      length: 24,
    },
    /** An extension, not a national field. */
    {
      key: 'trainingMethod',
      code: 'A99Z1302',
      label: '培养方式',
      type: 'code',
      codeTable: 'PY01',
      length: 24,
    },
  ],
};
