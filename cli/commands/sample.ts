import { databaseExists } from '#platform/server';
import { buildSampleDistrict } from '../../server/sample-district.ts';
import { commandTools } from '../progress-bar.ts';
import { dataFolder, readArguments, withStore, type Command } from '../command.ts';
import { CannotRun, UsageError } from '../usage.ts';

export const sampleCommand: Command = {
  async run(args) {
    const { values } = readArguments(args, {
      persons: { type: 'string', default: '2600' },
      seed: { type: 'string', default: '1' },
    });
    const persons = Number(values.persons);
    const seed = Number(values.seed);
    if (!Number.isSafeInteger(persons) || persons < 1) throw new UsageError('--persons 应为正整数。');
    if (!Number.isSafeInteger(seed) || seed < 0) throw new UsageError('--seed 应为非负整数。');
    const folder = dataFolder(values.data);
    if (databaseExists(folder)) {
      throw new CannotRun(`数据目录“${folder}”中已有数据库，示例数据只能生成在空目录中。`);
    }
    const tools = commandTools('生成示例数据');
    const people = await withStore(folder, (store) =>
      buildSampleDistrict(store, { persons, seed }, tools),
    ).finally(() => tools.end());
    console.log(values.json ? JSON.stringify({ people, seed }) : `已生成样板区示例数据 ${people} 人。`);
    return 0;
  },
};
