import type { SetDefinition } from '#platform/model';

/** 拟任免: a proposal to appoint or remove; it feeds the lower half of the approval form. */
export const proposalSet: SetDefinition = {
  code: 'A53',
  key: 'proposal',
  label: '拟任免',
  subject: 'person',
  repeating: true,
  sensitive: true,
  order: ['-filledOn'],
  title: ['proposedPost', 'proposedRemoval'],
  time: { order: 'filledOn', visible: { from: 'filledOn' } },
  fields: [
    { key: 'proposedPost', code: 'A5304', label: '拟任职务', type: 'paragraph', length: 400 },
    { key: 'proposedRemoval', code: 'A5315', label: '拟免职务', type: 'paragraph', length: 400 },
    { key: 'reason', code: 'A5317', label: '任免理由', type: 'paragraph', length: 400 },
    { key: 'reportingOrg', code: 'A5319', label: '呈报单位', type: 'paragraph', length: 400 },
    /** 计算年龄时间: the date at which the form counts ages. */
    { key: 'ageReferenceDate', code: 'A5321', label: '计算年龄时间', type: 'date' },
    { key: 'filledOn', code: 'A5323', label: '填表时间', type: 'date' },
    { key: 'filledBy', code: 'A5327', label: '填表人', type: 'text', length: 36 },
    { key: 'operatorId', code: 'A5399', label: '用户', type: 'text', length: 60, internal: true },
    /** An extension, not a national field. */
    {
      key: 'proposedLevelCode',
      code: 'A5366',
      label: '拟任职务层次',
      type: 'code',
      codeTable: 'ZB09',
      length: 68,
    },
  ],
};
