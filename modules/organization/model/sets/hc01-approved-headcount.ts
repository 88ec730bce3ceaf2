import type { SetDefinition } from '#platform/model';

/**
 * 核定编制: approved headcount with its document and validity, a row a kind of staffing. Where there is no row of a kind
 * that is valid on a day, B0227 to B0236 of B01 stand in. A set of our own.
 */
export const approvedHeadcountSet: SetDefinition = {
  code: 'HC01',
  key: 'approvedHeadcount',
  label: '核定编制',
  subject: 'unit',
  repeating: true,
  order: ['staffingTypeCode', '-validFrom'],
  title: ['staffingTypeCode', 'approved'],
  time: { order: 'validFrom', visible: { from: 'validFrom', until: 'validTo' } },
  fields: [
    {
      key: 'staffingTypeCode',
      code: 'HC0101',
      label: '编制类型',
      type: 'code',
      codeTable: 'ZB135',
      required: true,
    },
    { key: 'approved', code: 'HC0102', label: '核定数', type: 'integer', required: true },
    { key: 'documentNo', code: 'HC0103', label: '核定文号', type: 'text', length: 60 },
    { key: 'approvedOn', code: 'HC0104', label: '核定时间', type: 'date' },
    { key: 'validFrom', code: 'HC0105', label: '有效期起', type: 'date' },
    { key: 'validTo', code: 'HC0106', label: '有效期止', type: 'date' },
    { key: 'remark', code: 'HC0107', label: '说明', type: 'paragraph', length: 500 },
  ],
};
