import { addDemoAccounts, ensureFirstAccount, type DemoAccount } from '#modules/identity/server';
import { roles } from '#modules/identity';
import type { Store, TaskRunner } from '#platform/server';

/** Settings of the store that tell how far a first start has come. */
const pending = 'first-start-pending';
const accounts = 'sample-accounts';

export interface FirstStart {
  /** Was the database made by this start? */
  readonly newDatabase: boolean;
  /** Start without the sample district. */
  readonly empty: boolean;
}

const defaultPersons = 2600;
const defaultSeed = 1;

/**
 * Makes a new store ready: the sample district with its accounts, or one account with a one-time code. A first start
 * that was broken off is made up for by the next. The sample's accounts are shown at every start: nothing in it needs
 * protection.
 */
export async function prepareFirstStart(store: Store, runTask: TaskRunner, start: FirstStart): Promise<void> {
  if (start.newDatabase && !start.empty) await remember(store, pending, 'sample');
  if ((await recall(store, pending)) === 'sample') await makeSample(store, runTask);
  const shown = await recall(store, accounts);
  if (shown) return sayAccounts(JSON.parse(shown) as DemoAccount[]);
  const first = await ensureFirstAccount(store.db);
  if (first) say(`首次使用：请用账号“${first.name}”和一次性验证码 ${first.code} 登录并设置密码。`);
}

async function makeSample(store: Store, runTask: TaskRunner): Promise<void> {
  say(`正在生成示例数据（样板区，${defaultPersons} 人）……`);
  const built = await store.db.selectFrom('changes').select('seq').limit(1).executeTakeFirst();
  if (!built) {
    // In a process of its own: what making it needed is given back to the machine when that ends.
    await runTask('sample-district', { persons: defaultPersons, seed: defaultSeed }, {});
  }
  await remember(store, accounts, JSON.stringify(await addDemoAccounts(store.db)));
  await store.db.deleteFrom('settings').where('name', '=', pending).execute();
}

function sayAccounts(list: readonly DemoAccount[]): void {
  say('示例数据的登录账号（全部人员均为虚构）：');
  for (const { name, role, password } of list) say(`  ${roles[role].label}  账号 ${name}  密码 ${password}`);
}

async function remember(store: Store, name: string, value: string): Promise<void> {
  await store.db
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

async function recall(store: Store, name: string): Promise<string | undefined> {
  return (await store.db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst())
    ?.value;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
