import type { SetDefinition } from '#platform/model';

/**
 * 三龄两历认定: which of the facts of a file (age, years of work and of membership, education, career) was verified,
 * by which document, by whom and when. A set of our own; the verified value stands as the document has it. A verification
 * that was wrong is withdrawn with document, reviewer and date, and stays.
 */
export const verifiedFactSet: SetDefinition = {
  code: 'VF01',
  key: 'verifiedFact',
  label: '三龄两历认定',
  subject: 'person',
  repeating: true,
  lasting: true,
  withdrawal: { verb: '撤销认定', fields: ['withdrawnDocument', 'withdrawnBy', 'withdrawnOn'] },
  order: ['factCode', '-verifiedOn'],
  title: ['factCode', 'verifiedValue'],
  time: { order: 'verifiedOn', visible: { from: 'verifiedOn', until: 'withdrawnOn' } },
  fields: [
    {
      key: 'factCode',
      code: 'VF0101',
      label: '认定事项',
      type: 'code',
      codeTable: 'VF01-FACT',
      required: true,
    },
    { key: 'verifiedValue', code: 'VF0102', label: '认定结果', type: 'text' },
    { key: 'documentName', code: 'VF0103', label: '依据材料', type: 'text' },
    { key: 'documentNo', code: 'VF0104', label: '文号', type: 'text' },
    { key: 'reviewer', code: 'VF0105', label: '认定人', type: 'text' },
    { key: 'verifiedOn', code: 'VF0106', label: '认定日期', type: 'date' },
    { key: 'withdrawnOn', code: 'VF0108', label: '撤销日期', type: 'date' },
    { key: 'withdrawnBy', code: 'VF0109', label: '撤销人', type: 'text' },
    { key: 'withdrawnDocument', code: 'VF0110', label: '撤销依据', type: 'text' },
    { key: 'remark', code: 'VF0107', label: '备注', type: 'paragraph' },
  ],
};
