import { expect, it } from 'vitest';
import { defaultQuotaRules } from './default-rules.ts';
import {
  defaultQuotaPolicies,
  policiesWithDelivered,
  policyOn,
  quotaPolicies,
  rulesUnder,
  type QuotaPolicy,
} from './quota-policy.ts';

const [delivered] = defaultQuotaPolicies;
if (!delivered) throw new Error('a policy is delivered');
const own: QuotaPolicy = {
  effectiveFrom: '2026-01-01',
  source: '市委组织部 2026 年通知',
  value: {
    ...delivered.value,
    concurrentRanks: false,
    ratios: { consultant2: 2, consultant34: 12.5, consultant3: 40, staff: 60, staff12: 50 },
  },
};

it('what is delivered is the rules as they are written, with their sources', () => {
  expect(rulesUnder(delivered)).toEqual(defaultQuotaRules);
});

it('a rule that the place has otherwise names the document of the place', () => {
  const rules = rulesUnder(own);
  expect(rules.concurrentRanks).toEqual({
    effectiveFrom: '2026-01-01',
    source: own.source,
    value: { count: false },
  });
  expect(rules.ratios.value.shares.map(({ share, firstGroup }) => [share, firstGroup])).toEqual([
    [0.02, 1],
    [0.125, 1],
    [0.6, 0.5],
  ]);
  expect(rules.ratios.source).toBe(own.source);
  expect(rules.principalVacancy).toBe(defaultQuotaRules.principalVacancy);
  expect(rules.attachment).toBe(defaultQuotaRules.attachment);
});

it('holds from its day until the next one', () => {
  const all = [own, delivered];
  expect(policyOn(all, '2025-12-31')).toBe(delivered);
  expect(policyOn(all, '2026-01-01')).toBe(own);
});

it('is the delivered one before the first of the office, whether the office keeps it in its list or not', () => {
  const later = { ...own, effectiveFrom: '2027-01-01' };
  for (const list of [[own], [later, own], [delivered, own]]) {
    expect(policyOn(list, '2020-01-01')).toBe(delivered);
    expect(policyOn(list, '1949-01-01')).toBe(delivered);
    expect(policyOn(list, '2026-01-01')).toBe(own);
  }
  expect(policiesWithDelivered([later, own])).toEqual([delivered, own, later]);
});

it('is what the office says where its own began with the delivered one or before', () => {
  for (const effectiveFrom of [delivered.effectiveFrom, '1949-01-01']) {
    const edited = { ...own, effectiveFrom };
    expect(policiesWithDelivered([edited])).toEqual([edited]);
    expect(policyOn([edited], '2020-01-01')).toBe(edited);
  }
});

it('needs a source, a day of its own and sensible numbers', () => {
  const accepts = (policies: unknown) => quotaPolicies.safeParse(policies).success;
  expect(accepts([delivered, own])).toBe(true);
  expect(accepts([])).toBe(false);
  expect(accepts([own, own])).toBe(false);
  expect(accepts([{ ...own, source: ' ' }])).toBe(false);
  const ratios = { ...own.value.ratios, staff: 100.5 };
  expect(accepts([{ ...own, value: { ...own.value, ratios } }])).toBe(false);
  expect(accepts([{ ...own, value: { ...own.value, ratios: { ...ratios, staff: 33.33 } } }])).toBe(false);
  expect(accepts([{ ...own, value: { ...own.value, principalVacancyMonths: 0 } }])).toBe(false);
});
