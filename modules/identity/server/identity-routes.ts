import { definePublicRoute, defineRoute, officeZone, type Database, type Route } from '#platform/server';
import * as contract from '../model/contracts.ts';
import { roles } from '../model/roles.ts';
import { addAccount, editAccount, resetAccount } from './accounts.ts';
import { deleteSession, findUser, listUsers, type User } from './queries.ts';
import { hashSecret } from './secrets.ts';
import { longestSeconds } from './sessions.ts';
import { changeOwnPassword, signInWithCode, signInWithPassword } from './sign-in.ts';
import { withIdentity } from './tables.ts';
import { createThrottle } from './throttle.ts';

export interface IdentityOptions {
  /** Does the store hold invented people (示例数据)? Every page says so then. */
  readonly isSampleData: () => Promise<boolean>;
}

/** Signing in and out, and the accounts. */
export function identityRoutes(database: Database, { isSampleData }: IdentityOptions): Route[] {
  const db = withIdentity(database);
  const throttle = createThrottle();
  return [
    definePublicRoute(contract.readSession, async ({ actor }) => {
      const user = actor ? await findUser(db, actor.id) : null;
      return {
        user: user ? sessionUser(user) : null,
        sampleData: await isSampleData(),
        timeZone: officeZone,
      };
    }),

    definePublicRoute(contract.signIn, async ({ body, ip, keepSession }) => {
      const { user, token } = await signInWithPassword(db, throttle, { ...body, ip });
      keepSession(token, longestSeconds);
      return { user: sessionUser(user) };
    }),

    definePublicRoute(contract.signInFirst, async ({ body, ip, keepSession }) => {
      const { user, token } = await signInWithCode(db, throttle, { ...body, ip });
      keepSession(token, longestSeconds);
      return { user: sessionUser(user) };
    }),

    defineRoute(contract.signOut, async ({ sessionToken, forgetSession }) => {
      await deleteSession(db, hashSecret(sessionToken ?? ''));
      forgetSession();
      return {};
    }),

    defineRoute(contract.changePassword, async ({ actor, body, ip, sessionToken }) => {
      await changeOwnPassword(db, throttle, { userId: actor.id, sessionToken, ...body, ip });
      return {};
    }),

    defineRoute(contract.listUsers, async () => ({ users: (await listUsers(db)).map(userRecord) })),

    defineRoute(contract.addUser, ({ actor, body }) => addAccount(db, actor, body)),

    defineRoute(contract.editUser, async ({ actor, params, body }) => {
      await editAccount(db, actor, params.id, body);
      return {};
    }),

    defineRoute(contract.resetUser, async ({ actor, params }) => ({
      code: await resetAccount(db, actor, params.id),
    })),
  ];
}

function sessionUser({ id, name, displayName, role }: User): contract.SessionUser {
  return { id, name, displayName, role, permissions: [...roles[role].permissions] };
}

function userRecord({ id, name, displayName, role, disabled, password, lastSignInAt }: User) {
  return { id, name, displayName, role, disabled, ready: password !== null, lastSignInAt };
}
