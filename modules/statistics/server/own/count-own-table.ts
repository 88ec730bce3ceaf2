import { errors, type Actor } from '#platform/model';
import type { Store } from '#platform/server';
import { readUnitTree } from '#modules/organization/server';
import { questioner, runStatisticsFor, type QueryTables } from '#modules/query/server';
import { ownTable, questionOfBase, type OwnTableSpec, type TableAnswer } from '#modules/statistics';
import { ownAges, type CellAges } from './own-ages.ts';

/** Counts an own table within an actor's reach. */
export async function countOwnTableFor(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  { spec, asOf }: { readonly spec: OwnTableSpec; readonly asOf?: string | undefined },
): Promise<TableAnswer> {
  const { base } = spec;
  const { question, scope } = await scopeOf(store, tables, actor, base);
  // Set while the table is counted.
  let ages = null as CellAges | null;
  const answer = await runStatisticsFor(
    store,
    tables,
    actor,
    { question, asOf, rows: spec.rows, columns: [...spec.columns, ...spec.third] },
    spec.measure === 'averageAge' ? (asked) => (ages = ownAges(asked)) : undefined,
  );
  const frame = {
    question,
    // The name of a saved question, in the words that the query page has for it.
    scope: scope ?? answer.sentence,
    title: spec.title,
    generatedAt: new Date().toISOString(),
    averageAges: ages && ages(answer),
  };
  return { id: 'own', version: answer.version, ...ownTable(answer, frame) };
}

async function scopeOf(store: Store, tables: QueryTables, actor: Actor, base: OwnTableSpec['base']) {
  switch (base.kind) {
    case 'serving':
      return { question: questionOfBase(base, () => undefined), scope: '全部在职干部' };
    case 'all':
      return { question: questionOfBase(base, () => undefined), scope: '全部人员（含历史人员）' };
    case 'unit': {
      const units = await readUnitTree(store);
      if (!units.find(base.unit)) throw errors.notFound('这个机构');
      const scope = `${units.nameOf(base.unit)}在职干部`;
      return { question: questionOfBase(base, () => undefined), scope };
    }
    case 'saved': {
      const asked = { where: { op: 'saved' as const, id: base.saved } };
      const asker = await questioner(store, tables, actor, { question: asked });
      const { saved = () => undefined } = asker.asking(asked);
      if (!saved(base.saved)) throw errors.notFound('作为统计范围的查询方案或名单（可能已删除或不再共享）');
      return { question: questionOfBase(base, saved), scope: null };
    }
  }
}
