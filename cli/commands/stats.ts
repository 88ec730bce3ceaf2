import { CadreError } from '#platform/model';
import { createQueryTables, runStatisticsFor, type StatisticsAsked } from '#modules/query/server';
import { ownAges, type CellAges } from '#modules/statistics/server';
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
      'average-age': { type: 'boolean' },
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
        // Set while the table is counted.
        let ages = null as CellAges | null;
        const also = values['average-age'] ? (given: StatisticsAsked) => (ages = ownAges(given)) : undefined;
        const counted = await runStatisticsFor(store, tables, operator, asked, also);
        await tables.maintain();
        return { ...counted, ...(ages && { averageAges: ages(counted) }) };
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

function table(answer: Answer): string {
  const { asOf, count, sentence, cells, rowTotals, columnTotals, averageAges } = answer;
  const counted = lines(answer, { cells, rows: rowTotals, columns: columnTotals, total: count });
  return [
    `${sentence}（截至 ${asOf}）：${count} 人`,
    ...counted,
    ...(averageAges ? ['平均年龄（岁）', ...lines(answer, averageAges)] : []),
  ].join('\n');
}

interface Numbers {
  readonly cells?: readonly (readonly (number | null)[])[] | undefined;
  readonly rows: readonly (number | null)[];
  readonly columns?: readonly (number | null)[] | undefined;
  readonly total: number | null;
}

/** The numbers of a table in lines, with its heads; what nobody knows is left empty. */
function lines({ rows, columns }: Answer, numbers: Numbers): string[] {
  const label = ({ labels }: { labels: readonly string[] }) => labels.join('·');
  return [
    ['', ...columns.items.map(label), '合计'],
    ...rows.items.map((item, index) => [
      label(item),
      ...(numbers.cells?.[index] ?? []),
      numbers.rows[index] ?? '',
    ]),
    ['合计', ...(numbers.columns ?? []), numbers.total],
  ].map((line) => line.map((each) => each ?? '').join('\t'));
}

type Answer = Awaited<ReturnType<typeof runStatisticsFor>> & {
  readonly averageAges?: ReturnType<CellAges>;
};
