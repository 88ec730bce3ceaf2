import type { SetDefinition } from '#platform/model';

/**
 * 进入本单位. The row speaks of several times (entry, registration, selection), each in a field of its own; to hide it before
 * one of them would hide the others, so it counts on every date.
 */
export const entrySet: SetDefinition = {
  code: 'A29',
  key: 'entry',
  label: '进入本单位',
  subject: 'person',
  repeating: false,
  title: ['enteredOn', 'previousOrg'],
  fields: [
    { key: 'enteredOn', code: 'A2907', label: '进入本单位日期', type: 'date' },
    {
      key: 'entryTypeCode',
      code: 'A2911',
      label: '进入本单位变动类别',
      type: 'code',
      codeTable: 'ZB77',
      length: 8,
    },
    { key: 'previousOrg', code: 'A2921A', label: '原单位名称', type: 'text', length: 60 },
    {
      key: 'previousOrgPlaceCode',
      code: 'A2921B',
      label: '原单位所在地',
      type: 'code',
      codeTable: 'ZB74',
      length: 2,
    },
    {
      key: 'previousOrgTypeCode',
      code: 'A2921C',
      label: '原单位性质',
      type: 'code',
      codeTable: 'ZB140',
      length: 8,
    },
    {
      key: 'previousOrgLevelCode',
      code: 'A2921D',
      label: '原单位层次',
      type: 'code',
      codeTable: 'ZB141',
      length: 8,
    },
    { key: 'previousPost', code: 'A2941', label: '在原单位职务', type: 'text', length: 40 },
    {
      key: 'previousLevelCode',
      code: 'A2944',
      label: '在原单位职务层次',
      type: 'code',
      codeTable: 'ZB09',
      length: 40,
    },
    { key: 'joinedCivilServiceOn', code: 'A2947', label: '进入公务员队伍时间', type: 'date' },
    { key: 'civilServantRegisteredOn', code: 'A2949', label: '公务员登记时间', type: 'date' },
    { key: 'isOpenSelection', code: 'A2950', label: '是否公开遴选', type: 'code', codeTable: 'XZ09' },
    { key: 'isOpenTransfer', code: 'A2951', label: '是否公开选调', type: 'code', codeTable: 'XZ09' },
    { key: 'selectedGraduateCode', code: 'A2970', label: '选调生', type: 'code', codeTable: 'ZB137' },
    {
      key: 'selectedGraduateSourceCode',
      code: 'A2970A',
      label: '选调生来源',
      type: 'code',
      codeTable: 'ZB138',
    },
  ],
};
