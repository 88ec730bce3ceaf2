import type { SetDefinition } from '#platform/model';

/**
 * 后备干部信息: one row a membership of a pool. It counts from the day of entry until the day of leaving, so that a question
 * finds the members of any day. A set of our own; who is in a pool is not for everybody, so all of it is sensitive.
 */
export const reserveEntrySet: SetDefinition = {
  code: 'RP01',
  key: 'reserveEntry',
  label: '后备干部信息',
  subject: 'person',
  repeating: true,
  sensitive: true,
  order: ['-enteredOn'],
  title: ['poolName', 'batch'],
  time: {
    order: 'enteredOn',
    visible: { from: 'enteredOn', until: 'exitedOn' },
    span: { from: 'enteredOn', to: 'exitedOn' },
  },
  fields: [
    {
      key: 'poolName',
      code: 'RP0101',
      label: '库名',
      type: 'text',
      suggest: 'RP01-POOL',
      length: 40,
      required: true,
    },
    { key: 'batch', code: 'RP0102', label: '批次', type: 'text', length: 40 },
    { key: 'enteredOn', code: 'RP0103', label: '入库时间', type: 'date', required: true },
    { key: 'entryMethodCode', code: 'RP0104', label: '入库方式', type: 'code', codeTable: 'RP01-ENTRY' },
    { key: 'recommendedBy', code: 'RP0105', label: '推荐单位（人）', type: 'text', length: 100 },
    { key: 'direction', code: 'RP0106', label: '使用方向', type: 'text', length: 100 },
    { key: 'measures', code: 'RP0107', label: '培养措施', type: 'paragraph', length: 400 },
    { key: 'exitedOn', code: 'RP0108', label: '出库时间', type: 'date' },
    { key: 'exitReasonCode', code: 'RP0109', label: '出库原因', type: 'code', codeTable: 'RP01-EXIT' },
    { key: 'remark', code: 'RP0110', label: '备注', type: 'paragraph', length: 400 },
  ],
};
