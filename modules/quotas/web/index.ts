export { quotasWeb, quotaUnitParts } from './quotas-web.ts';
