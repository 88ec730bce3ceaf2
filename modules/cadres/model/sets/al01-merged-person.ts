import type { SetDefinition } from '#platform/model';

/**
 * 合并记录: the records that were merged into this person's. The id of each leads here from then on (别名); the record itself
 * rests as it was and can be taken out again.
 */
export const mergedPersonSet: SetDefinition = {
  code: 'AL01',
  key: 'mergedPerson',
  label: '合并记录',
  subject: 'person',
  repeating: true,
  internal: true,
  order: ['-mergedOn'],
  title: ['name', 'mergedOn'],
  fields: [
    /** The subject that was merged. */
    { key: 'person', code: 'AL0101', label: '并入的记录', type: 'text', internal: true, required: true },
    { key: 'name', code: 'AL0102', label: '并入记录的姓名', type: 'text' },
    { key: 'mergedOn', code: 'AL0103', label: '合并日期', type: 'date' },
  ],
};
