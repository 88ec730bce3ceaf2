import type { QuestionRule } from './settings.ts';

/** Rules as questions that come with the program; the office edits them like those of its own. */
export const defaultQuestionRules: readonly QuestionRule[] = [
  {
    id: 'q-retired-in-office',
    label: '超过法定退休时间仍在职',
    level: 'warning',
    enabled: true,
    effectiveFrom: '2025-01-01',
    source: '国务院关于渐进式延迟法定退休年龄的办法',
    question: {
      where: { op: 'between', field: 'monthsToRetirement', to: -1 },
      population: 'serving',
    },
    message: '法定退休时间为{法定退休时间}，仍在职，请核对是否已办理免职、退休。',
  },
  {
    id: 'q-former-with-post',
    label: '已离退、调出仍有在任职务',
    level: 'error',
    enabled: true,
    effectiveFrom: '1949-10-01',
    source: '干部信息校核要求：职务信息',
    question: {
      where: {
        op: 'all',
        of: [
          { op: 'in', field: 'isFormer', values: ['1'] },
          { op: 'some', set: 'A02', where: { op: 'in', field: 'A02.isHeld', values: ['1'] } },
        ],
      },
      population: 'all',
    },
    message: '已离退或调出，仍有在任职务，请补填免职时间。',
  },
];
