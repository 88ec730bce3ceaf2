import type { SetDefinition } from '#platform/model';

/** 奖惩 */
export const rewardPenaltySet: SetDefinition = {
  code: 'A14',
  key: 'rewardPenalty',
  label: '奖惩',
  subject: 'person',
  repeating: true,
  sensitive: true,
  order: ['-approvedOn'],
  title: ['name'],
  time: { order: 'approvedOn', visible: { from: 'approvedOn', until: 'revokedOn' } },
  fields: [
    { key: 'name', code: 'A1404A', label: '奖惩名称', type: 'text', length: 40 },
    { key: 'code', code: 'A1404B', label: '奖惩名称代码', type: 'code', codeTable: 'ZB65', length: 8 },
    { key: 'approvedOn', code: 'A1407', label: '批准日期', type: 'date' },
    { key: 'approver', code: 'A1411A', label: '批准机关', type: 'text', length: 60 },
    {
      key: 'approverLevelCode',
      code: 'A1414',
      label: '批准机关级别',
      type: 'code',
      codeTable: 'ZB03',
      length: 8,
    },
    {
      key: 'levelAtTimeCode',
      code: 'A1415',
      label: '受奖惩时职务层次',
      type: 'code',
      codeTable: 'ZB09',
      length: 8,
    },
    { key: 'revokedOn', code: 'A1424', label: '撤销日期', type: 'date' },
    {
      key: 'approverTypeCode',
      code: 'A1428',
      label: '批准机关性质',
      type: 'code',
      codeTable: 'ZB128',
      length: 8,
    },
    /** 影响期: until then the penalty bars promotion. An extension, not a national field. */
    { key: 'effectiveUntil', code: 'A1423', label: '影响期至', type: 'date' },
    /** An extension, not a national field. */
    { key: 'remark', code: 'A1499', label: '备注', type: 'paragraph', length: 2000 },
  ],
};
