import type { SetDefinition } from '#platform/model';

/**
 * 核定职数: approved numbers with their document and validity, a row a kind of post. Where a unit has no row of a kind that
 * is valid on a day, the number of B01 stands in, without a document. Ranks are approved for a pool: the unit that has
 * the row, with all below it that have none of their own. A set of our own.
 */
export const approvedQuotaSet: SetDefinition = {
  code: 'QT01',
  key: 'approvedQuota',
  label: '核定职数',
  subject: 'unit',
  repeating: true,
  order: ['bucketCode', '-validFrom'],
  title: ['bucketCode', 'approved'],
  time: { order: 'validFrom', visible: { from: 'validFrom', until: 'validTo' } },
  fields: [
    {
      key: 'bucketCode',
      code: 'QT0101',
      label: '职数类别',
      type: 'code',
      codeTable: 'QT01-BUCKET',
      required: true,
    },
    { key: 'approved', code: 'QT0102', label: '核定数', type: 'integer', required: true },
    { key: 'documentNo', code: 'QT0103', label: '核定文号', type: 'text', length: 60 },
    { key: 'approvedOn', code: 'QT0104', label: '核定时间', type: 'date' },
    { key: 'validFrom', code: 'QT0105', label: '有效期起', type: 'date' },
    { key: 'validTo', code: 'QT0106', label: '有效期止', type: 'date' },
    { key: 'remark', code: 'QT0107', label: '说明', type: 'paragraph', length: 500 },
  ],
};
