import type { SettingKind } from '#platform/server';
import { defaultQuotaPolicies, quotaPolicies, type QuotaPolicy } from '#modules/quotas';

/** 职数计算规则 as the office has edited them. */
export const quotaPolicySetting: SettingKind<readonly QuotaPolicy[]> = {
  id: 'quota-rules',
  delivered: defaultQuotaPolicies,
  parse: (content) => quotaPolicies.parse(content),
};
