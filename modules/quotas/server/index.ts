export { QuotaOffice } from './quota-office.ts';
export { tellQuotas, type ToldQuota } from './tell-quotas.ts';
