import type { Condition } from '#engine';
import type { Alert } from './alerts-contracts.ts';

const isYes = (field: string): Condition => ({ op: 'in', field, values: ['1'] });
const missing = (label: string, ...fields: string[]) => ({
  label,
  question: {
    where: { op: 'all' as const, of: fields.map((field): Condition => ({ op: 'empty', field })) },
  },
});

/** The reminders of a new installation. 试用期 is not among them: no set records when it ends. */
export const defaultAlerts: readonly Alert[] = [
  {
    id: 'retiring',
    label: '到龄退休',
    hidden: false,
    question: {},
    steps: { field: 'monthsToRetirement', rule: 'within', unit: '个月', values: [12, 24] },
    // Within 24 months are the month of the date itself and 24 after it.
    months: { field: 'retirementDate', count: 25 },
  },
  {
    id: 'past-retirement',
    label: '超过法定退休时间仍在册',
    hidden: false,
    question: { where: { op: 'between', field: 'monthsToRetirement', to: -1 } },
  },
  {
    id: 'long-in-post',
    label: '任同一职务时间较长',
    hidden: false,
    question: { population: 'serving' },
    steps: { field: 'monthsInPost', rule: 'at-least', unit: '年', values: [5, 8, 10] },
  },
  {
    id: 'discipline-ending',
    label: '处分影响期将满',
    hidden: false,
    question: {},
    steps: { field: 'disciplineUntil', rule: 'within', unit: '个月', values: [3, 6] },
  },
  {
    id: 'posts-to-enter',
    label: '职务待认定（只有简历或任免表）',
    hidden: false,
    question: { where: isYes('postsToEnter') },
  },
  {
    id: 'missing',
    label: '信息缺项',
    hidden: false,
    question: {},
    parts: [
      missing('缺出生日期', 'A01.birthDate'),
      missing('缺性别', 'A01.sexCode'),
      missing('缺民族', 'A01.ethnicCode'),
      missing('缺政治面貌', 'A01.politicalStatusCode'),
      {
        label: '党员缺入党时间',
        question: {
          where: { op: 'all', of: [isYes('isParty'), { op: 'empty', field: 'A01.partyJoinDate' }] },
        },
      },
      missing('缺参加工作时间', 'A01.workStartDate'),
      missing('缺学历', 'highestEducation'),
      missing('缺简历', 'A01.resumeText'),
      missing('缺照片', 'A57.data'),
      missing('缺任现职时间', 'postSince'),
      missing('未归属机构', 'A01.statisticalOrgCode'),
    ],
  },
];
