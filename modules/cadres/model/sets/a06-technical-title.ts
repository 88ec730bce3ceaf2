import type { SetDefinition } from '#platform/model';

/** 专业技术任职资格 */
export const technicalTitleSet: SetDefinition = {
  code: 'A06',
  key: 'technicalTitle',
  label: '专业技术任职资格',
  subject: 'person',
  repeating: true,
  order: ['-acquiredOn'],
  title: ['titleName'],
  time: { order: 'acquiredOn', visible: { from: 'acquiredOn' } },
  fields: [
    {
      key: 'titleCode',
      code: 'A0601',
      label: '专业技术资格代码',
      type: 'code',
      codeTable: 'GB8561',
      length: 8,
    },
    {
      key: 'titleName',
      code: 'A0602',
      label: '专业技术资格名称',
      type: 'text',
      suggest: 'GB8561',
      length: 60,
    },
    { key: 'acquiredOn', code: 'A0604', label: '获得资格日期', type: 'date' },
    {
      key: 'acquisitionMethodCode',
      code: 'A0607',
      label: '取得资格途径',
      type: 'code',
      codeTable: 'ZB24',
      length: 8,
    },
    { key: 'assessorOrExam', code: 'A0611', label: '评委会或考试名称', type: 'text', length: 100 },
    { key: 'isPrinted', code: 'A0699', label: '输出标识', type: 'code', codeTable: 'XZ09', length: 8 },
  ],
};
