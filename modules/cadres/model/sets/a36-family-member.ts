import type { SetDefinition } from '#platform/model';

/**
 * 家庭成员及社会关系. Relation and political status are texts: exchange data hold labels, and the latter also serves for
 * notes such as 已去世.
 */
export const familyMemberSet: SetDefinition = {
  code: 'A36',
  key: 'familyMember',
  label: '家庭成员及社会关系',
  subject: 'person',
  repeating: true,
  sensitive: true,
  order: ['order'],
  title: ['relation', 'name'],
  fields: [
    { key: 'name', code: 'A3601', label: '姓名', type: 'text', length: 36 },
    { key: 'relation', code: 'A3604A', label: '称谓', type: 'text', suggest: 'GB4761-EDITOR', length: 10 },
    { key: 'birthDate', code: 'A3607', label: '出生年月', type: 'date' },
    {
      key: 'politicalStatus',
      code: 'A3627',
      label: '政治面貌',
      type: 'text',
      suggest: 'GB4762',
      length: 100,
    },
    { key: 'workUnitAndPost', code: 'A3611', label: '工作单位及职务', type: 'text', length: 200 },
    { key: 'order', code: 'SORTID', label: '排序', type: 'integer' },
    { key: 'nationalId', code: 'A3684', label: '身份证号码', type: 'text', length: 18 },
  ],
};
