import { CadreError, errors } from '#platform/model';
import { passwordProblem } from '../model/password-rule.ts';
import { hashPassword, isOutdated, isPassword } from './passwords.ts';
import {
  deleteSessionsOf,
  findUser,
  findUserByName,
  nameKey,
  recordEvent,
  redeemCode,
  updateUser,
  type User,
} from './queries.ts';
import { hashCode, hashSecret, isSameHash } from './secrets.ts';
import { startSession } from './sessions.ts';
import type { IdentityDatabase } from './tables.ts';
import type { Throttle } from './throttle.ts';

export interface SignedIn {
  readonly user: User;
  /** The secret of the new session. */
  readonly token: string;
}

/** The same words whether the account exists or not. */
const refused = () =>
  new CadreError('sign-in-refused', 401, '账号或密码不正确。首次登录或密码被重置后，请用一次性验证码登录。');

const codeRefused = () =>
  new CadreError(
    'code-refused',
    401,
    '账号或一次性验证码不正确，或验证码已使用、已过期。请联系系统管理员重新生成。',
  );

const disabled = () => new CadreError('account-disabled', 403, '这个账户已停用，请联系系统管理员。');

/** Signs in with a password. Says that an account is disabled only to somebody who knows its password. */
export async function signInWithPassword(
  db: IdentityDatabase,
  throttle: Throttle,
  given: { readonly name: string; readonly password: string; readonly ip: string },
): Promise<SignedIn> {
  const key = nameKey(given.name);
  throttle.attempt(key, given.ip);
  const user = await findUserByName(db, given.name);
  const isRight = await isPassword(given.password, user?.password ?? null);
  if (!user || !isRight) throw refused();
  throttle.succeeded(key, given.ip);
  if (user.disabled) throw disabled();
  if (user.password && isOutdated(user.password)) {
    await updateUser(db, user.id, { password: JSON.stringify(await hashPassword(given.password)) });
  }
  return welcome(db, user);
}

/** Signs in with a one-time code, which is thereby used up, and sets the password. */
export async function signInWithCode(
  db: IdentityDatabase,
  throttle: Throttle,
  given: { readonly name: string; readonly code: string; readonly password: string; readonly ip: string },
): Promise<SignedIn> {
  const key = nameKey(given.name);
  throttle.attempt(key, given.ip);
  const user = await findUserByName(db, given.name);
  const codeHash = hashCode(given.code);
  const isRight = isSameHash(user?.codeHash ?? hashSecret(''), codeHash);
  const isValid = (user?.codeExpiresAt ?? '') > new Date().toISOString();
  if (!user || !isRight || !isValid) throw codeRefused();
  throttle.succeeded(key, given.ip);
  if (user.disabled) throw disabled();
  requireGoodPassword(given.password, user);
  const password = await hashPassword(given.password);
  await db.transaction().execute(async (tx) => {
    if (!(await redeemCode(tx, user.id, codeHash, password))) throw codeRefused();
    await recordEvent(tx, { id: user.id, name: user.displayName }, user.id, 'activated');
  });
  return welcome(db, user);
}

/** Changes the user's own password and ends the user's other sessions. */
export async function changeOwnPassword(
  db: IdentityDatabase,
  throttle: Throttle,
  given: {
    readonly userId: string;
    readonly sessionToken: string | undefined;
    readonly current: string;
    readonly next: string;
    readonly ip: string;
  },
): Promise<void> {
  const user = await findUser(db, given.userId);
  if (!user) throw errors.signInNeeded();
  const key = nameKey(user.name);
  throttle.attempt(key, given.ip);
  if (!(await isPassword(given.current, user.password))) {
    throw new CadreError('password-wrong', 400, '当前密码不正确。', { field: 'current' });
  }
  throttle.succeeded(key, given.ip);
  if (given.next === given.current) {
    throw new CadreError('password-weak', 400, '新密码不能与当前密码相同。', { field: 'next' });
  }
  requireGoodPassword(given.next, user);
  const password = JSON.stringify(await hashPassword(given.next));
  await db.transaction().execute(async (tx) => {
    await updateUser(tx, user.id, { password });
    await deleteSessionsOf(tx, user.id, hashSecret(given.sessionToken ?? ''));
    await recordEvent(tx, { id: user.id, name: user.displayName }, user.id, 'password-changed');
  });
}

async function welcome(db: IdentityDatabase, user: User): Promise<SignedIn> {
  await updateUser(db, user.id, { last_sign_in_at: new Date().toISOString() });
  return { user, token: await startSession(db, user.id) };
}

function requireGoodPassword(password: string, user: User): void {
  const problem = passwordProblem(password, user.name);
  if (problem) throw new CadreError('password-weak', 400, problem, { field: 'password' });
}
