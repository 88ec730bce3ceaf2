import { newId } from '#platform/model';
import type { Database } from '#platform/server';
import { roles, type RoleName } from '../model/roles.ts';
import { addAccount, resetAccount } from './accounts.ts';
import { hashPassword } from './passwords.ts';
import { insertUser, listUsers, recordEvent, type AccountActor } from './queries.ts';
import { readablePassword } from './secrets.ts';
import { withIdentity } from './tables.ts';

const program: AccountActor = { id: 'system', name: '系统' };
const operator: AccountActor = { id: 'cli', name: '命令行' };

/** Adds an account by command and returns its one-time code; refuses with `user-exists`. */
export function addUserAccount(
  db: Database,
  account: { readonly name: string; readonly displayName: string; readonly role: RoleName },
): Promise<{ id: string; code: string }> {
  return addAccount(withIdentity(db), operator, account);
}

/**
 * Makes sure that somebody can sign in: an empty store gets the account `admin`. As long as nobody has ever set a
 * password, each start gives it a new one-time code, because the earlier one is stored nowhere. Null otherwise.
 */
export async function ensureFirstAccount(db: Database): Promise<{ name: string; code: string } | null> {
  const identity = withIdentity(db);
  const users = await listUsers(identity);
  const [first] = users;
  if (!first) {
    const account = { name: 'admin', displayName: roles.administrator.label, role: 'administrator' } as const;
    const { code } = await addAccount(identity, program, account);
    return { name: account.name, code };
  }
  if (users.length > 1 || first.password || first.name !== 'admin') return null;
  return { name: first.name, code: await resetAccount(identity, program, first.id) };
}

/** An account of the sample district, with the password that is shown once on the terminal. */
export interface DemoAccount {
  readonly name: string;
  readonly displayName: string;
  readonly role: RoleName;
  readonly password: string;
}

const demoNames: Readonly<Record<RoleName, string>> = {
  clerk: 'ganbu',
  leader: 'lingdao',
  reader: 'chayue',
  administrator: 'admin',
};

/** Adds the four accounts of the sample district with passwords made for this store alone; those there already stay. */
export async function addDemoAccounts(db: Database): Promise<DemoAccount[]> {
  const identity = withIdentity(db);
  const added: DemoAccount[] = [];
  for (const role of ['clerk', 'leader', 'reader', 'administrator'] as const) {
    const id = newId();
    const account = {
      name: demoNames[role],
      displayName: roles[role].label,
      role,
      password: readablePassword(),
    };
    const password = JSON.stringify(await hashPassword(account.password));
    await identity.transaction().execute(async (tx) => {
      const { name, displayName } = account;
      const user = {
        id,
        name,
        display_name: displayName,
        role,
        password,
        code_hash: null,
        code_expires_at: null,
      };
      if (!(await insertUser(tx, user))) return;
      await recordEvent(tx, program, id, 'added', { name, role });
      added.push(account);
    });
  }
  return added;
}
