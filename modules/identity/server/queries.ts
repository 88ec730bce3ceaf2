import { isRoleName, type RoleName } from '../model/roles.ts';
import type { StoredPassword } from './passwords.ts';
import type { IdentityDatabase, UsersTable } from './tables.ts';

// All SQL of this module. Callers give the database, or the transaction that the statement belongs to.

/** An account as the rest of the module sees it. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly role: RoleName;
  readonly disabled: boolean;
  readonly password: StoredPassword | null;
  readonly codeHash: string | null;
  readonly codeExpiresAt: string | null;
  readonly lastSignInAt: string | null;
}

/** Names are the same account whatever their case and width: `Ganbu`, `ｇａｎｂｕ`. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

function userOf(row: UsersTable): User {
  if (!isRoleName(row.role)) throw new Error(`account ${row.id} has the unknown role ${row.role}`);
  return {
    id: row.id,
    name: row.name,
    displayName: row.display_name,
    role: row.role,
    disabled: row.disabled === 1,
    password: row.password === null ? null : (JSON.parse(row.password) as StoredPassword),
    codeHash: row.code_hash,
    codeExpiresAt: row.code_expires_at,
    lastSignInAt: row.last_sign_in_at,
  };
}

export async function listUsers(db: IdentityDatabase): Promise<User[]> {
  return (await db.selectFrom('users').selectAll().orderBy('created_at').orderBy('id').execute()).map(userOf);
}

export async function findUser(db: IdentityDatabase, id: string): Promise<User | null> {
  const row = await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? userOf(row) : null;
}

export async function findUserByName(db: IdentityDatabase, name: string): Promise<User | null> {
  const row = await db
    .selectFrom('users')
    .selectAll()
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst();
  return row ? userOf(row) : null;
}

/** Adds the account; false when the name is taken. */
export async function insertUser(
  db: IdentityDatabase,
  user: Pick<
    UsersTable,
    'id' | 'name' | 'display_name' | 'role' | 'password' | 'code_hash' | 'code_expires_at'
  >,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('users')
    .values({
      ...user,
      name_key: nameKey(user.name),
      disabled: 0,
      created_at: new Date().toISOString(),
      last_sign_in_at: null,
    })
    .onConflict((conflict) => conflict.column('name_key').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updateUser(
  db: IdentityDatabase,
  id: string,
  change: Partial<Omit<UsersTable, 'id' | 'name' | 'name_key' | 'created_at'>>,
): Promise<void> {
  await db.updateTable('users').set(change).where('id', '=', id).execute();
}

/** Exchanges the one-time code for a password; false when the code has been used or replaced meanwhile. */
export async function redeemCode(
  db: IdentityDatabase,
  id: string,
  codeHash: string,
  password: StoredPassword,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('users')
    .set({ password: JSON.stringify(password), code_hash: null, code_expires_at: null })
    .where('id', '=', id)
    .where('code_hash', '=', codeHash)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Administrators other than this one who can sign in. */
export async function countOtherAdministrators(db: IdentityDatabase, id: string): Promise<number> {
  const { count } = await db
    .selectFrom('users')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('role', '=', 'administrator')
    .where('disabled', '=', 0)
    .where('password', 'is not', null)
    .where('id', '!=', id)
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertSession(
  db: IdentityDatabase,
  tokenHash: string,
  userId: string,
  now: string,
): Promise<void> {
  await db
    .insertInto('sessions')
    .values({ token_hash: tokenHash, user_id: userId, created_at: now, seen_at: now })
    .execute();
}

export async function findSession(
  db: IdentityDatabase,
  tokenHash: string,
): Promise<{ user: User; createdAt: string; seenAt: string } | null> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .selectAll('users')
    .select(['sessions.created_at as session_created_at', 'sessions.seen_at'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row ? { user: userOf(row), createdAt: row.session_created_at, seenAt: row.seen_at } : null;
}

export async function touchSession(db: IdentityDatabase, tokenHash: string, now: string): Promise<void> {
  await db.updateTable('sessions').set({ seen_at: now }).where('token_hash', '=', tokenHash).execute();
}

export async function deleteSession(db: IdentityDatabase, tokenHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
}

/** Ends a user's sessions, all or all but one. */
export async function deleteSessionsOf(db: IdentityDatabase, userId: string, except?: string): Promise<void> {
  let query = db.deleteFrom('sessions').where('user_id', '=', userId);
  if (except !== undefined) query = query.where('token_hash', '!=', except);
  await query.execute();
}

export async function deleteSessionsBefore(
  db: IdentityDatabase,
  created: string,
  seen: string,
): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where((eb) => eb.or([eb('created_at', '<', created), eb('seen_at', '<', seen)]))
    .execute();
}

/** Who changes an account: a user, or the program at a first start or by command. */
export interface AccountActor {
  readonly id: string;
  readonly name: string;
}

export type AccountEvent = 'added' | 'edited' | 'reset' | 'activated' | 'password-changed';

export async function recordEvent(
  db: IdentityDatabase,
  actor: AccountActor,
  userId: string,
  event: AccountEvent,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await db
    .insertInto('account_events')
    .values({
      at: new Date().toISOString(),
      actor: actor.id,
      actor_name: actor.name,
      user_id: userId,
      event,
      details: JSON.stringify(details),
    })
    .execute();
}
