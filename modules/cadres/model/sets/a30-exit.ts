import type { SetDefinition } from '#platform/model';

/** 退出 */
export const exitSet: SetDefinition = {
  code: 'A30',
  key: 'exit',
  label: '退出',
  subject: 'person',
  repeating: false,
  title: ['exitedOn', 'exitMethodCode'],
  time: { visible: { from: 'exitedOn' } },
  fields: [
    {
      key: 'exitMethodCode',
      code: 'A3001',
      label: '退出管理方式',
      type: 'code',
      codeTable: 'ZB78',
      length: 8,
    },
    { key: 'exitedOn', code: 'A3004', label: '退出日期', type: 'date' },
    { key: 'destinationOrg', code: 'A3007A', label: '调往单位', type: 'text', length: 60 },
    { key: 'approver', code: 'A3038', label: '审批单位', type: 'text', length: 200 },
    { key: 'remark', code: 'A3034', label: '备注', type: 'paragraph', length: 500 },
  ],
};
