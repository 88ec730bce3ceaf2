import type { SetDefinition } from '#platform/model';

/**
 * 职位: the posts that a unit has, held or vacant. A post held (A02) names the row it fills in `slotId`. A set of our own.
 */
export const postSlotSet: SetDefinition = {
  code: 'PS01',
  key: 'postSlot',
  label: '职位',
  subject: 'unit',
  repeating: true,
  order: ['order', 'title'],
  title: ['title'],
  time: { order: 'establishedOn', visible: { from: 'establishedOn', until: 'abolishedOn' } },
  fields: [
    { key: 'title', code: 'PS0101', label: '职位名称', type: 'text', length: 100, required: true },
    {
      key: 'roleCode',
      code: 'PS0102',
      label: '班子成员类别',
      type: 'code',
      codeTable: 'ZB129',
    },
    /** How many people may fill it at a time; 1 where nothing is written. */
    { key: 'places', code: 'PS0103', label: '职位数', type: 'integer' },
    { key: 'lowestLevel', code: 'PS0104', label: '最低职务层次', type: 'code', codeTable: 'ZB09' },
    { key: 'highestLevel', code: 'PS0105', label: '最高职务层次', type: 'code', codeTable: 'ZB09' },
    /** 0 does not count against the quota; empty counts. */
    { key: 'isCounted', code: 'PS0106', label: '是否占职数', type: 'code', codeTable: 'XZ09' },
    { key: 'order', code: 'PS0107', label: '班子内排序', type: 'integer' },
    {
      key: 'sensitiveCode',
      code: 'PS0108',
      label: '重点岗位类别',
      type: 'code',
      codeTable: 'PS01-SENSITIVE',
    },
    { key: 'routeCode', code: 'PS0109', label: '任免途径', type: 'code', codeTable: 'PS01-ROUTE' },
    { key: 'documentNo', code: 'PS0110', label: '设置文号', type: 'text', length: 60 },
    { key: 'establishedOn', code: 'PS0111', label: '设置时间', type: 'date' },
    { key: 'abolishedOn', code: 'PS0112', label: '取消时间', type: 'date' },
    { key: 'remark', code: 'PS0113', label: '备注', type: 'paragraph', length: 500 },
  ],
};
