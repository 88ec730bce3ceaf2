import type { SetDefinition } from '#platform/model';

/** 培训 */
export const trainingSet: SetDefinition = {
  code: 'A11',
  key: 'training',
  label: '培训',
  subject: 'person',
  repeating: true,
  order: ['-startedOn'],
  title: ['courseName'],
  time: { order: 'startedOn', visible: { from: 'startedOn' } },
  fields: [
    { key: 'trainingTypeCode', code: 'A1101', label: '培训类别', type: 'code', codeTable: 'ZB29', length: 8 },
    {
      key: 'leaveStatusCode',
      code: 'A1104',
      label: '培训离岗状态',
      type: 'code',
      codeTable: 'ZB30',
      length: 8,
    },
    { key: 'startedOn', code: 'A1107', label: '培训开始日期', type: 'date' },
    { key: 'endedOn', code: 'A1111', label: '培训结束日期', type: 'date' },
    { key: 'days', code: 'A1107C', label: '培训时长（天）', type: 'integer' },
    { key: 'hours', code: 'A1108', label: '学时', type: 'integer' },
    { key: 'organizer', code: 'A1114', label: '培训主办单位', type: 'text', length: 120 },
    { key: 'institution', code: 'A1121A', label: '培训机构名称', type: 'text', length: 120 },
    {
      key: 'institutionTypeCode',
      code: 'A1127',
      label: '培训机构类别',
      type: 'code',
      codeTable: 'ZB27',
      length: 8,
    },
    { key: 'courseName', code: 'A1131', label: '培训班名称', type: 'text', length: 120 },
    { key: 'courseType', code: 'A1134', label: '培训班类别', type: 'text', length: 1 },
    {
      key: 'isAbroad',
      code: 'A1151',
      label: '出国（出境）培训标识',
      type: 'code',
      codeTable: 'XZ09',
      length: 1,
    },
  ],
};
