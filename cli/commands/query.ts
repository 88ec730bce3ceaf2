import { CadreError } from '#platform/model';
import { runQueryIdsFor, runQueryFor, createQueryTables } from '#modules/query/server';
import { dataFolder, operator, readArguments, requireDatabase, withStore, type Command } from '../command.ts';
import { UsageError } from '../usage.ts';
import { readQuestion, tellRefusal } from './asked-question.ts';

export const queryCommand: Command = {
  async run(args) {
    const { values, positionals } = readArguments(args, { 'as-of': { type: 'string' } });
    const [question, ...more] = positionals;
    if (question === undefined || more.length > 0)
      throw new UsageError('请给出一个查询条件（JSON，或 @文件）。');
    const folder = dataFolder(values.data);
    requireDatabase(folder);
    try {
      const asked = { question: readQuestion(question), asOf: values['as-of'] };
      const answer = await withStore(folder, async (store) => {
        const tables = createQueryTables(store, folder);
        const { ids } = await runQueryIdsFor(store, tables, operator, asked);
        const page = { ...asked, columns: [], from: 0, size: 0, counts: false };
        const { asOf, count, sentence } = await runQueryFor(store, tables, operator, page);
        await tables.maintain();
        return { asOf, count, ids, sentence };
      });
      const { asOf, count, ids, sentence } = answer;
      console.log(
        values.json
          ? JSON.stringify(answer)
          : [`${sentence}（截至 ${asOf}）：${count} 人`, ...ids].join('\n'),
      );
      return 0;
    } catch (error) {
      if (error instanceof CadreError && error.status < 500) return tellRefusal(error, values.json === true);
      throw error;
    }
  },
};
