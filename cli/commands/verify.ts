import { verifyJournal } from '#platform/server';
import { dataFolder, readArguments, requireDatabase, withStore, type Command } from '../command.ts';
import { commandTools } from '../progress-bar.ts';

export const verifyCommand: Command = {
  async run(args) {
    const { values } = readArguments(args, {});
    const folder = dataFolder(values.data);
    requireDatabase(folder);
    const tools = commandTools('校验变更日志');
    const check = await withStore(folder, (store) =>
      verifyJournal(store, (done) => tools.progress(done, 0)),
    ).finally(() => tools.end());
    const { changes, ok, firstBad } = check;
    console.log(values.json ? JSON.stringify({ changes, ok, firstBad }) : check.message);
    return ok ? 0 : 1;
  },
};
