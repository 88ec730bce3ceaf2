import { CadreError, errors, newId } from '#platform/model';
import type { RoleName } from '../model/roles.ts';
import {
  countOtherAdministrators,
  deleteSessionsOf,
  findUser,
  insertUser,
  recordEvent,
  updateUser,
  type AccountActor,
} from './queries.ts';
import { hashCode, newCode } from './secrets.ts';
import type { IdentityDatabase } from './tables.ts';

const codeValidMs = 7 * 24 * 3_600_000;

export interface NewAccount {
  readonly name: string;
  readonly displayName: string;
  readonly role: RoleName;
}

function freshCode() {
  const code = newCode();
  return {
    code,
    columns: { code_hash: hashCode(code), code_expires_at: new Date(Date.now() + codeValidMs).toISOString() },
  };
}

/** Adds an account without a password and returns its one-time code (valid for 7 days, once). */
export async function addAccount(
  db: IdentityDatabase,
  actor: AccountActor,
  { name, displayName, role }: NewAccount,
): Promise<{ id: string; code: string }> {
  const id = newId();
  const { code, columns } = freshCode();
  await db.transaction().execute(async (tx) => {
    const added = await insertUser(tx, {
      id,
      name,
      display_name: displayName,
      role,
      password: null,
      ...columns,
    });
    if (!added) {
      throw new CadreError('user-exists', 409, `已有名为“${name}”的账户，请换一个账号。`, { field: 'name' });
    }
    await recordEvent(tx, actor, id, 'added', { name, role });
  });
  return { id, code };
}

/** Changes an account. A disabled one is signed out at once; the last administrator stays one. */
export async function editAccount(
  db: IdentityDatabase,
  actor: AccountActor,
  id: string,
  change: { readonly displayName: string; readonly role: RoleName; readonly disabled: boolean },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const user = await findUser(tx, id);
    if (!user) throw errors.notFound('这个账户');
    const isLeaving = user.role === 'administrator' && (change.disabled || change.role !== 'administrator');
    if (isLeaving && !user.disabled && (await countOtherAdministrators(tx, id)) === 0) {
      throw new CadreError(
        'last-administrator',
        409,
        '这是最后一个能登录的系统管理员，不能停用或改作其他角色。请先让另一名系统管理员完成首次登录。',
      );
    }
    await updateUser(tx, id, {
      display_name: change.displayName,
      role: change.role,
      disabled: change.disabled ? 1 : 0,
    });
    if (change.disabled) await deleteSessionsOf(tx, id);
    const before = { displayName: user.displayName, role: user.role, disabled: user.disabled };
    await recordEvent(tx, actor, id, 'edited', { before, after: change });
  });
}

/** Takes the password away, ends all sessions and returns a new one-time code. */
export async function resetAccount(db: IdentityDatabase, actor: AccountActor, id: string): Promise<string> {
  const { code, columns } = freshCode();
  await db.transaction().execute(async (tx) => {
    if (!(await findUser(tx, id))) throw errors.notFound('这个账户');
    await updateUser(tx, id, { password: null, ...columns });
    await deleteSessionsOf(tx, id);
    await recordEvent(tx, actor, id, 'reset');
  });
  return code;
}
