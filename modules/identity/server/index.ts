export { identityRoutes, type IdentityOptions } from './identity-routes.ts';
export { closedAccounts } from './closed-accounts.ts';
export { authenticate } from './authenticate.ts';
export { addDemoAccounts, addUserAccount, ensureFirstAccount, type DemoAccount } from './first-accounts.ts';
