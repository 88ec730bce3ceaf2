export { QuotaOffice } from './quota-office.ts';
export { quotaTable } from './quota-table.ts';
export { quotaRoutes } from './routes.ts';
export { tellQuotas, type ToldQuota } from './tell-quotas.ts';
