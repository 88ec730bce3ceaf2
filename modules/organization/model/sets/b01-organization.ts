import type { SetDefinition } from '#platform/model';

/** 机构与职数: one row a unit; the tree hangs on `parentOrgCode`. */
export const organizationSet: SetDefinition = {
  code: 'B01',
  key: 'organization',
  label: '机构与职数',
  subject: 'unit',
  repeating: false,
  title: ['name'],
  fields: [
    /** The dotted path of the program it came from (001.001.015); every installation assigns its own. */
    { key: 'orgCode', code: 'B0111', label: '机构内码', type: 'text', internal: true },
    { key: 'parentOrgCode', code: 'B0121', label: '上级机构内码', type: 'unit' },
    { key: 'name', code: 'B0101', label: '机构名称', type: 'text', length: 200, required: true },
    { key: 'shortName', code: 'B0104', label: '机构简称', type: 'text', length: 200 },
    { key: 'pinyinInitials', code: 'B0107', label: '机构简拼', type: 'text', length: 200 },
    { key: 'publicCode', code: 'B0114', label: '机构编码', type: 'text', length: 68 },
    { key: 'divisionCode', code: 'B0117', label: '所在政区', type: 'code', codeTable: 'ZB01', length: 8 },
    { key: 'affiliationCode', code: 'B0124', label: '隶属关系', type: 'code', codeTable: 'ZB87', length: 8 },
    { key: 'levelCode', code: 'B0127', label: '机构级别', type: 'code', codeTable: 'ZB03', length: 8 },
    { key: 'categoryCode', code: 'B0131', label: '机构类别', type: 'code', codeTable: 'ZB04', length: 8 },
    /** 1 法人, 2 内设, 3 分组 */
    { key: 'kindCode', code: 'B0194', label: '法人单位标识', type: 'code', codeTable: 'B0194', length: 1 },
    { key: 'chiefLeaderQuota', code: 'B0183', label: '正职领导职数', type: 'integer' },
    { key: 'deputyLeaderQuota', code: 'B0185', label: '副职领导职数', type: 'integer' },
    { key: 'internalLeaderQuota', code: 'B0150', label: '内设机构领导职数', type: 'integer' },
    { key: 'adminStaffing', code: 'B0227', label: '行政编制数', type: 'integer' },
    {
      key: 'institutionStaffingReferenced',
      code: 'B0232',
      label: '事业编制数（参照公务员法）',
      type: 'integer',
    },
    { key: 'institutionStaffingOther', code: 'B0233', label: '事业编制数（其他）', type: 'integer' },
    { key: 'supportStaffing', code: 'B0236', label: '工勤编制数', type: 'text', length: 500 },
    { key: 'otherStaffing', code: 'B0234', label: '其他编制数', type: 'text', length: 20 },
    { key: 'referencedApprovalOn', code: 'B0238', label: '参照管理审批时间', type: 'date' },
    { key: 'referencedApprovalDocNo', code: 'B0239', label: '参照管理审批文号', type: 'text', length: 24 },
    { key: 'chiefNonLeaderQuota', code: 'B0188', label: '同级正职非领导职数', type: 'integer' },
    { key: 'deputyNonLeaderQuota', code: 'B0189', label: '同级副职非领导职数', type: 'integer' },
    { key: 'internalChiefQuota', code: 'B0190', label: '内设机构正职领导职数', type: 'integer' },
    { key: 'internalDeputyQuota', code: 'B0191A', label: '内设机构副职领导职数', type: 'integer' },
    { key: 'internalChiefNonLeaderQuota', code: 'B0192', label: '内设机构正职非领导职数', type: 'integer' },
    { key: 'internalDeputyNonLeaderQuota', code: 'B0193', label: '内设机构副职非领导职数', type: 'integer' },
    { key: 'b0164', code: 'B0164', label: '未查明交换项 B0164', type: 'text', internal: true },
    { key: 'b0167', code: 'B0167', label: '未查明交换项 B0167', type: 'text', internal: true },
    { key: 'b0268', code: 'B0268', label: '未查明交换项 B0268', type: 'text', internal: true },
    /** Some programs sort units by it; its type is not known. */
    { key: 'displayOrder', code: 'B0269', label: '机构显示顺序', type: 'text', internal: true },
    { key: 'remark', code: 'B0180', label: '备注', type: 'paragraph', length: 500 },
    { key: 'order', code: 'SORTID', label: '同级排序', type: 'integer' },
    { key: 'recordStatus', code: 'STATUS', label: '机构状态', type: 'text', length: 1, internal: true },
    /** A local field. */
    { key: 'chiefEngineerQuota', code: 'B0246', label: '总师职数', type: 'integer' },
    /** A local field. */
    { key: 'bureauChiefQuota', code: 'B0247', label: '正厅职数', type: 'integer' },
    /** A local field. */
    { key: 'bureauDeputyQuota', code: 'B0248', label: '副厅职数', type: 'integer' },
    /** A local field. */
    { key: 'viceBureauQuota', code: 'B0249', label: '副局职数', type: 'integer' },
    /** A local field. */
    { key: 'deputyVacancies', code: 'B0235', label: '空缺副职', type: 'text', length: 20 },
    /** A local field. */
    { key: 'quotaNote', code: 'B0270', label: '核定职数说明', type: 'paragraph', length: 1000 },
    /** A local field. */
    { key: 'actualStaffingNote', code: 'B0271', label: '实际配备情况', type: 'paragraph', length: 1000 },
  ],
};
