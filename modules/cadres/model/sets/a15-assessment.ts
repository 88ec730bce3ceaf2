import type { SetDefinition } from '#platform/model';

/** 考核 */
export const assessmentSet: SetDefinition = {
  code: 'A15',
  key: 'assessment',
  label: '考核',
  subject: 'person',
  repeating: true,
  sensitive: true,
  order: ['-year'],
  title: ['year', 'resultCode'],
  /** The appraisal of a year is there when the year is over. */
  time: { order: 'year', visible: { from: 'year', at: 'end' } },
  fields: [
    { key: 'resultCode', code: 'A1517', label: '考核结论', type: 'code', codeTable: 'ZB18', length: 8 },
    { key: 'year', code: 'A1521', label: '考核年度', type: 'date' },
    {
      key: 'yearsPrinted',
      code: 'A1527',
      label: '任免表输出年度个数',
      type: 'text',
      length: 8,
      internal: true,
    },
  ],
};
