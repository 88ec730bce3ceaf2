import type { SetDefinition } from '#platform/model';

/** 职务层次与职级: the history of post levels and civil-service ranks; `kind` tells which of the two a row is. */
export const levelRankSet: SetDefinition = {
  code: 'A05',
  key: 'levelRank',
  label: '职务层次与职级',
  subject: 'person',
  repeating: true,
  order: ['-approvedOn'],
  title: ['kind', 'levelOrRankCode'],
  time: {
    order: 'approvedOn',
    visible: { from: 'approvedOn' },
    span: { from: 'approvedOn', to: 'endedOn', ended: { field: 'statusCode', codes: ['0'] } },
  },
  fields: [
    /** 0 职务层次, 1 职级 */
    { key: 'kind', code: 'A0531', label: '类别', type: 'code', codeTable: 'A0531', length: 1 },
    /** A code of ZB09 for a level, of ZB148 for a rank. Packages mix the two up: judge by the code. */
    {
      key: 'levelOrRankCode',
      code: 'A0501B',
      label: '职务层次或职级',
      type: 'code',
      codeTable: 'ZB09|ZB148',
      length: 6,
    },
    { key: 'approvedOn', code: 'A0504', label: '批准日期', type: 'date' },
    { key: 'approvalDocNo', code: 'A0511', label: '批准文号', type: 'text', length: 24 },
    { key: 'endedOn', code: 'A0517', label: '终止日期', type: 'date' },
    { key: 'statusCode', code: 'A0524', label: '状态', type: 'code', codeTable: 'ZB14', length: 1 },
    { key: 'isPrinted', code: 'A0525', label: '输出标识', type: 'code', codeTable: 'XZ09', length: 1 },
    { key: 'a0526', code: 'A0526', label: '未查明交换项 A0526', type: 'text', internal: true },
    { key: 'a0528b', code: 'A0528B', label: '未查明交换项 A0528B', type: 'text', internal: true },
    { key: 'a0530', code: 'A0530', label: '未查明交换项 A0530', type: 'text', internal: true },
    { key: 'a0532', code: 'A0532', label: '未查明交换项 A0532', type: 'text', internal: true },
  ],
};
