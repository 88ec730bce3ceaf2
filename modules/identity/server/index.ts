export { identityRoutes } from './identity-routes.ts';
export { authenticate } from './authenticate.ts';
export {
  addDemoAccounts,
  addUserAccount,
  ensureFirstAccount,
  isSampleData,
  markSampleData,
  type DemoAccount,
} from './first-accounts.ts';
