import type { SetDefinition } from '#platform/model';

/**
 * 三龄两历认定: which of the facts of a file (age, years of work and of membership, education, career) was verified,
 * by which document, by whom and when. A set of our own; the verified value stands as the document has it.
 */
export const verifiedFactSet: SetDefinition = {
  code: 'VF01',
  key: 'verifiedFact',
  label: '三龄两历认定',
  subject: 'person',
  repeating: true,
  order: ['factCode', '-verifiedOn'],
  title: ['factCode', 'verifiedValue'],
  time: { order: 'verifiedOn', visible: { from: 'verifiedOn' } },
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
    { key: 'remark', code: 'VF0107', label: '备注', type: 'paragraph' },
  ],
};
