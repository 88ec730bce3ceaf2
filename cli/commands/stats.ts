import { CadreError } from '#platform/model';
import { createQueryTables, runStatisticsFor } from '#modules/query/server';
import { dataFolder, operator, readArguments, requireDatabase, withStore, type Command } from '../command.ts';
import { UsageError } from '../usage.ts';
import { readQuestion, tellRefusal } from './asked-question.ts';

export const statsCommand: Command = {
  async run(args) {
    const { values, positionals } = readArguments(args, {
      'as-of': { type: 'string' },
      rows: { type: 'string', multiple: true },
      columns: { type: 'string', multiple: true },
      where: { type: 'string' },
    });
    if (positionals.length > 0) throw new UsageError(`多出了“${positionals.join(' ')}”。`);
    const folder = dataFolder(values.data);
    requireDatabase(folder);
    const [rows, columns] = [groupKeys(values.rows), groupKeys(values.columns)];
    const keys = rows.length + columns.length;
    if (keys < 1 || keys > 3) throw new UsageError('请用 --rows、--columns 给出一至三个统计项。');
    try {
      const question = values.where === undefined ? {} : readQuestion(values.where);
      const answer = await withStore(folder, async (store) => {
        const tables = createQueryTables(store, folder);
        const asked = { question, asOf: values['as-of'], rows, columns };
        const counted = await runStatisticsFor(store, tables, operator, asked);
        await tables.maintain();
        return counted;
      });
      console.log(values.json ? JSON.stringify(answer) : table(answer));
      return 0;
    } catch (error) {
      if (error instanceof CadreError && error.status < 500) return tellRefusal(error, values.json === true);
      throw error;
    }
  },
};

/** `A01.sexCode`, a fact (`age`), or a band set (`age:standard`); several by commas or by naming the option again. */
function groupKeys(given: readonly string[] | undefined): { field: string; bands?: string }[] {
  return (given ?? [])
    .flatMap((list) => list.split(','))
    .filter((name) => name !== '')
    .map((name) =>
      name.includes(':') ? { field: name.slice(0, name.indexOf(':')), bands: name } : { field: name },
    );
}

function table({ asOf, count, sentence, rows, columns, cells, rowTotals, columnTotals }: Answer): string {
  const label = ({ labels }: { labels: readonly string[] }) => labels.join('·');
  return [
    `${sentence}（截至 ${asOf}）：${count} 人`,
    ['', ...columns.items.map(label), '合计'].join('\t'),
    ...rows.items.map((item, index) =>
      [label(item), ...(cells[index] ?? []), rowTotals[index] ?? 0].join('\t'),
    ),
    ['合计', ...columnTotals, count].join('\t'),
  ].join('\n');
}

type Answer = Awaited<ReturnType<typeof runStatisticsFor>>;
