import type { SetDefinition } from '#platform/model';

/** 离退 */
export const retirementSet: SetDefinition = {
  code: 'A31',
  key: 'retirement',
  label: '离退',
  subject: 'person',
  repeating: false,
  title: ['approvedOn', 'retirementTypeCode'],
  time: { visible: { from: 'approvedOn' } },
  fields: [
    {
      key: 'retirementTypeCode',
      code: 'A3101',
      label: '离退类别',
      type: 'code',
      codeTable: 'ZB132',
      length: 8,
    },
    { key: 'approvedOn', code: 'A3104', label: '离退批准日期', type: 'date' },
    {
      key: 'levelBeforeCode',
      code: 'A3107',
      label: '离退前职务层次',
      type: 'code',
      codeTable: 'ZB09',
      length: 8,
    },
    {
      key: 'rankBeforeCode',
      code: 'A3108',
      label: '离退前职级',
      type: 'code',
      codeTable: 'ZB133',
      length: 80,
    },
    {
      key: 'jobGradeBeforeCode',
      code: 'A3109',
      label: '离退前职务等级',
      type: 'code',
      codeTable: 'ZB136',
      length: 80,
    },
    {
      key: 'gradeBeforeCode',
      code: 'A3110',
      label: '离退前级别',
      type: 'code',
      codeTable: 'ZB134',
      length: 80,
    },
    { key: 'managingOrg', code: 'A3117A', label: '离退后管理单位', type: 'text', length: 60 },
    { key: 'highestPost', code: 'A3118', label: '曾任最高职务', type: 'text', length: 40 },
    { key: 'approvalDocNo', code: 'A3137', label: '离退批准文号', type: 'text', length: 24 },
    { key: 'approver', code: 'A3138', label: '离退批准单位', type: 'text', length: 60 },
  ],
};
