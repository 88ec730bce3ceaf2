import type { SetDefinition } from '#platform/model';

/** 后备年度研判: what was found of a member of a pool in a year. A set of our own, sensitive as the membership is. */
export const reserveReviewSet: SetDefinition = {
  code: 'RP02',
  key: 'reserveReview',
  label: '后备年度研判',
  subject: 'person',
  repeating: true,
  sensitive: true,
  order: ['-year', 'poolName'],
  title: ['year', 'poolName', 'conclusionCode'],
  time: { order: 'reviewedOn', visible: { from: 'reviewedOn' } },
  fields: [
    {
      key: 'poolName',
      code: 'RP0201',
      label: '库名',
      type: 'text',
      suggest: 'RP01-POOL',
      length: 40,
      required: true,
    },
    { key: 'year', code: 'RP0202', label: '年度', type: 'text', length: 4, required: true },
    { key: 'conclusionCode', code: 'RP0203', label: '结论', type: 'code', codeTable: 'RP02-CONCLUSION' },
    { key: 'opinion', code: 'RP0204', label: '意见', type: 'paragraph', length: 400 },
    { key: 'reviewedOn', code: 'RP0205', label: '研判时间', type: 'date' },
  ],
};
