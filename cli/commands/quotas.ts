import { CadreError } from '#platform/model';
import { createQueryTables } from '#modules/query/server';
import { buckets, type TableBucket } from '#modules/quotas';
import { tellQuotas, type ToldQuota } from '#modules/quotas/server';
import { dataFolder, operator, readArguments, requireDatabase, withStore, type Command } from '../command.ts';
import { UsageError } from '../usage.ts';
import { tellRefusal } from './asked-question.ts';

export const quotasCommand: Command = {
  async run(args) {
    const { values, positionals } = readArguments(args, {
      'as-of': { type: 'string' },
      unit: { type: 'string' },
    });
    if (positionals.length > 0) throw new UsageError(`多出了“${positionals.join(' ')}”。`);
    const folder = dataFolder(values.data);
    requireDatabase(folder);
    try {
      const told = await withStore(folder, async (store) => {
        const tables = createQueryTables(store, folder);
        const answer = await tellQuotas(store, tables, operator, {
          asOf: values['as-of'],
          unit: values.unit,
        });
        await tables.maintain();
        return answer;
      });
      for (const line of told) console.log(values.json ? JSON.stringify(line) : readable(line));
      return 0;
    } catch (error) {
      if (error instanceof CadreError && error.status < 500) return tellRefusal(error, values.json === true);
      throw error;
    }
  },
};

/** A line to read, its parts behind tabs. */
function readable({
  unitName,
  bucket,
  approved,
  filled,
  vacancy,
  excess,
  names,
  notCounted,
}: ToldQuota): string {
  const others = notCounted.map(({ name, reason }) => `${name}（${reason}）`);
  return [
    unitName,
    buckets[bucket satisfies TableBucket].label,
    `核定 ${approved ?? '未核定'}`,
    `实配 ${filled}`,
    `空缺 ${vacancy}`,
    `超配 ${excess}`,
    names.join('、'),
    ...(others.length > 0 ? [`不占职数：${others.join('、')}`] : []),
  ].join('\t');
}
