import type { SetDefinition } from '#platform/model';

/**
 * 机构沿革: what happened to a unit, an event a row, with the state before and after where the event changed it. B01 holds
 * the state of today; the state of an earlier day is B01 with the later events taken back (`unit-history.ts`), so that a
 * unit without any event is simply as it is. A set of our own.
 */
export const unitChangeSet: SetDefinition = {
  code: 'UH01',
  key: 'unitChange',
  label: '机构沿革',
  subject: 'unit',
  repeating: true,
  order: ['-changedOn'],
  title: ['changedOn', 'changeCode', 'nameAfter'],
  time: { order: 'changedOn', visible: { from: 'changedOn' } },
  fields: [
    { key: 'changedOn', code: 'UH0101', label: '变动时间', type: 'date', required: true },
    {
      key: 'changeCode',
      code: 'UH0102',
      label: '变动类型',
      type: 'code',
      codeTable: 'UH01-CHANGE',
      required: true,
    },
    { key: 'nameBefore', code: 'UH0103', label: '变动前名称', type: 'text', length: 200 },
    { key: 'nameAfter', code: 'UH0104', label: '变动后名称', type: 'text', length: 200 },
    { key: 'levelBefore', code: 'UH0105', label: '变动前级别', type: 'code', codeTable: 'ZB03' },
    { key: 'levelAfter', code: 'UH0106', label: '变动后级别', type: 'code', codeTable: 'ZB03' },
    { key: 'parentBefore', code: 'UH0107', label: '变动前上级机构', type: 'unit' },
    { key: 'parentAfter', code: 'UH0108', label: '变动后上级机构', type: 'unit' },
    /** The unit that this one was merged into, or that takes its work over. */
    { key: 'successor', code: 'UH0109', label: '承接机构', type: 'unit' },
    { key: 'documentNo', code: 'UH0110', label: '文号', type: 'text', length: 60 },
    { key: 'remark', code: 'UH0111', label: '说明', type: 'paragraph', length: 500 },
  ],
};
