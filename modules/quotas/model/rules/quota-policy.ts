import { z } from 'zod';
import { operation } from '#platform/model';
import { defaultQuotaRules } from './default-rules.ts';
import type { QuotaRules, Rule } from './quota-rules.ts';

const percent = z
  .number('请填写数字')
  .min(0, '不能小于 0')
  .max(100, '不能大于 100')
  .refine((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9, '比例最多保留一位小数');
const months = z.int('请填写整数').min(1, '不能小于 1').max(60, '不能大于 60');

/** What differs by place of the rules of counting; the others follow from documents that hold everywhere. */
export const quotaPolicyValue = z.strictObject({
  /** Do ranks of holders of leading posts count (兼任职级)? */
  concurrentRanks: z.boolean(),
  /** Per cent of 行政编制 that ranks may be, and of these the part of the upper rank. */
  ratios: z.strictObject({
    consultant2: percent,
    consultant34: percent,
    /** 三级 of 三级、四级调研员 */
    consultant3: percent,
    staff: percent,
    /** 一级、二级 of 一级至四级主任科员 */
    staff12: percent,
  }),
  /** Months from which a vacant principal post is told. */
  principalVacancyMonths: months,
  /** Months ahead in which a coming retirement is told. */
  comingVacancyMonths: months,
});
export type QuotaPolicyValue = z.output<typeof quotaPolicyValue>;

/** The rules of the place with where they come from; they hold from this day until the next ones. */
export const quotaPolicy = z.strictObject({
  effectiveFrom: z.iso.date('执行日期应为 2020-06-30 的格式'),
  source: z.string().trim().min(1, '请填写依据').max(200, '依据不能超过 200 个字'),
  value: quotaPolicyValue,
});
export type QuotaPolicy = z.output<typeof quotaPolicy>;

export const quotaPolicies = z
  .array(quotaPolicy)
  .min(1, '请至少保留一套规则')
  .max(50, '最多保留五十套规则')
  .refine(
    (all) => new Set(all.map(({ effectiveFrom }) => effectiveFrom)).size === all.length,
    '同一执行日期只能有一套规则',
  );

const asPercent = (share: number): number => Math.round(share * 1000) / 10;
const [consultants2, consultants34, staff] = defaultQuotaRules.ratios.value.shares;
if (!consultants2 || !consultants34 || !staff) throw new Error('the rules name three groups of ranks');

/** What is delivered, as a policy. */
const deliveredPolicy: QuotaPolicy = {
  effectiveFrom: '1949-10-01',
  source: '系统提供的通行规则',
  value: {
    concurrentRanks: defaultQuotaRules.concurrentRanks.value.count,
    ratios: {
      consultant2: asPercent(consultants2.share),
      consultant34: asPercent(consultants34.share),
      consultant3: asPercent(defaultQuotaRules.ratios.value.upperConsultants),
      staff: asPercent(staff.share),
      staff12: asPercent(staff.firstGroup),
    },
    principalVacancyMonths: defaultQuotaRules.principalVacancy.value.months,
    comingVacancyMonths: defaultQuotaRules.comingVacancy.value.months,
  },
};

export const defaultQuotaPolicies: readonly QuotaPolicy[] = [deliveredPolicy];

/**
 * The policies of an office in time. What is delivered holds before the first of them, also where the office has taken it
 * out of its list: no policy counts for days before its own.
 */
export function policiesWithDelivered(policies: readonly QuotaPolicy[]): QuotaPolicy[] {
  const isReplaced = policies.some(({ effectiveFrom }) => effectiveFrom <= deliveredPolicy.effectiveFrom);
  const all = isReplaced ? policies : [deliveredPolicy, ...policies];
  return all.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
}

/** The policy that holds on a day: the latest that began by then, the delivered one before all. */
export function policyOn(policies: readonly QuotaPolicy[], day: string): QuotaPolicy {
  const begun = policiesWithDelivered(policies).findLast(({ effectiveFrom }) => effectiveFrom <= day);
  return begun ?? deliveredPolicy;
}

/** The rules of a day: those delivered, and in their places what the policy of the day says otherwise, with its source. */
export function rulesUnder({ effectiveFrom, source, value }: QuotaPolicy): QuotaRules {
  const rule = <Value>(delivered: Rule<Value>, own: Value): Rule<Value> =>
    JSON.stringify(delivered.value) === JSON.stringify(own)
      ? delivered
      : { effectiveFrom, source, value: own };
  const { concurrentRanks, ratios, principalVacancy, comingVacancy } = defaultQuotaRules;
  const { consultant2, consultant34, consultant3, staff: all, staff12 } = value.ratios;
  const parts: readonly (readonly [share: number, first: number])[] = [
    [consultant2, 100],
    [consultant34, 100],
    [all, staff12],
  ];
  const shares = ratios.value.shares.map((each, index) => {
    const [share, first] = parts[index] ?? [0, 0];
    return { ...each, share: share / 100, firstGroup: first / 100 };
  });
  return {
    ...defaultQuotaRules,
    concurrentRanks: rule(concurrentRanks, { count: value.concurrentRanks }),
    ratios: rule(ratios, { shares, upperConsultants: consultant3 / 100 }),
    principalVacancy: rule(principalVacancy, { months: value.principalVacancyMonths }),
    comingVacancy: rule(comingVacancy, { months: value.comingVacancyMonths }),
  };
}

export const readQuotaPolicies = operation({
  id: 'readQuotaPolicies',
  summary: '职数计算规则中各地可以不同的部分，及其依据和执行日期',
  method: 'GET',
  path: '/quotas/rules',
  permission: 'quota:read',
  response: z.object({
    policies: z.array(quotaPolicy),
    /** An edit names it; 0 is as delivered. */
    version: z.int(),
    edited: z.object({ by: z.string(), at: z.string() }).nullable(),
  }),
});

export const saveQuotaPolicies = operation({
  id: 'saveQuotaPolicies',
  summary: '修改职数计算规则，对全体用户生效；版本不符时拒绝',
  method: 'PUT',
  path: '/quotas/rules',
  permission: 'quota:edit',
  body: z.strictObject({ version: z.int().min(0), policies: quotaPolicies }),
  response: z.object({ version: z.int() }),
});

export const resetQuotaPolicies = operation({
  id: 'resetQuotaPolicies',
  summary: '职数计算规则恢复系统提供的内容',
  method: 'DELETE',
  path: '/quotas/rules',
  permission: 'quota:edit',
  response: z.object({}),
});
