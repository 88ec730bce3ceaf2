import type { QuotaRules } from './quota-rules.ts';

const ranksSince = '2019-06-01';

/** The rules as they stand; section numbers are those of the project's reference of the field. */
export const defaultQuotaRules: QuotaRules = {
  attachment: {
    effectiveFrom: '1949-10-01',
    source: '职数管理惯例：挂职干部不占接收单位职数，派出单位保留职务的仍占职数',
    value: { words: ['挂职', '挂任', '援派', '援藏', '援疆', '援青'] },
  },
  concurrentRanks: {
    effectiveFrom: ranksSince,
    source: '公务员职务与职级并行规定；职级职数使用审批表将兼任职级计入职级职数',
    value: { count: true },
  },
  exMilitary: {
    effectiveFrom: ranksSince,
    source: '职级职数使用审批表：军转干部首次套转单列，不占职级职数',
    value: { words: ['军转', '军队转业', '转业安置'] },
  },
  districtTeam: {
    effectiveFrom: ranksSince,
    source: '公务员职务与职级并行规定：区级领导班子成员职级职数另行核定',
    value: { levels: ['1A01', '1A02', '1A11', '1A12', '1A21', '1A22', '1A31', '1A32'] },
  },
  ratios: {
    effectiveFrom: ranksSince,
    source: '公务员职务与职级并行规定第十条：县（市、区）和乡镇的职级职数比例',
    value: {
      shares: [
        { share: 0.02, groups: ['rank:consultant2'], firstGroup: 1 },
        { share: 0.1, groups: ['rank:consultant34'], firstGroup: 1 },
        { share: 0.6, groups: ['rank:principalStaff12', 'rank:principalStaff34'], firstGroup: 0.5 },
      ],
      upperConsultants: 0.4,
    },
  },
  principalVacancy: {
    effectiveFrom: '1949-10-01',
    source: '职数管理惯例：正职空缺超过三个月的提醒',
    value: { months: 3 },
  },
  comingVacancy: {
    effectiveFrom: '1949-10-01',
    source: '职数管理惯例：提前一年提醒到龄人员',
    value: { months: 12 },
  },
};
