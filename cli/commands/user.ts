import { addUserAccount } from '#modules/identity/server';
import { roleName } from '#modules/identity';
import { dataFolder, readArguments, withStore, type Command } from '../command.ts';
import { UsageError } from '../usage.ts';

export const userCommand: Command = {
  async run(args) {
    const { values, positionals } = readArguments(args, {
      role: { type: 'string' },
      'display-name': { type: 'string' },
    });
    const [verb, name] = positionals;
    if (verb !== 'add' || name === undefined || positionals.length !== 2) {
      throw new UsageError('user 命令的写法是：user add 账号 --role 角色。');
    }
    const role = roleName.safeParse(values.role);
    if (!role.success) throw new UsageError(`--role 应为 ${roleName.options.join('、')} 之一。`);
    const added = await withStore(dataFolder(values.data), (store) =>
      addUserAccount(store.db, { name, displayName: values['display-name'] ?? name, role: role.data }),
    );
    console.log(
      values.json
        ? JSON.stringify({ id: added.id, name, role: role.data, code: added.code })
        : `已新增账户“${name}”。首次登录的一次性验证码：${added.code}`,
    );
    return 0;
  },
};
