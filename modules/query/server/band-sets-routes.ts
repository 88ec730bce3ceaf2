import { CadreError, errors, type Actor, type BandSet, type FieldCatalogue } from '#platform/model';
import { defineRoute, type Route, type Store } from '#platform/server';
import { bandSetProblem, listBandSets, resetBandSet, saveBandSet } from '#modules/query';
import { readUnitTree } from '#modules/organization/server';
import { readBandSetEntries } from './band-sets.ts';
import { catalogueFor } from './catalogue.ts';
import type { QueryTables } from './query-tables.ts';
import { withQueries } from './tables.ts';

/** The routes about band sets (分段), which the whole office shares. */
export function bandRoutes(store: Store, tables: QueryTables): Route[] {
  return [
    defineRoute(listBandSets, async ({ actor }) => {
      const catalogue = await catalogueFor(store, tables, actor);
      const entries = await readBandSetEntries(store);
      return { items: entries.filter(({ set }) => catalogue.field(set.field) !== undefined) };
    }),
    defineRoute(saveBandSet, async ({ actor, params, body }) => {
      if (params.id !== body.set.id) throw errors.invalid('分段的编号与地址不一致。');
      await requireUsable(store, await catalogueFor(store, tables, actor), body.set);
      return { version: await keepBandSet(store, actor, body.set, body.version) };
    }),
    defineRoute(resetBandSet, async ({ actor, params }) => {
      const reset = await withQueries(store.db)
        .updateTable('band_sets')
        .set(({ eb }) => ({ version: eb('version', '+', 1), content: null, ...writtenBy(actor) }))
        .where('id', '=', params.id)
        .where('content', 'is not', null)
        .executeTakeFirst();
      if (reset.numUpdatedRows === 0n) throw errors.notFound('本单位修改或增加的这套分段');
      return {};
    }),
  ];
}

async function requireUsable(store: Store, catalogue: FieldCatalogue, set: BandSet): Promise<void> {
  const field = catalogue.field(set.field);
  const units = await readUnitTree(store);
  const problem = bandSetProblem(set, field, (value) => {
    if (field?.kind === 'unit') return units.find(value) !== undefined;
    // A field without a code list takes any code.
    return field?.codes === undefined || catalogue.labelOf(field.codes, value) !== undefined;
  });
  if (problem !== null) throw errors.invalid(problem);
}

function writtenBy({ id, name }: Actor) {
  return { updated_by: id, updated_by_name: name, updated_at: new Date().toISOString() };
}

/** Writes the set if nobody has edited it since the version named; answers the new version. */
async function keepBandSet(store: Store, actor: Actor, set: BandSet, version: number): Promise<number> {
  const row = { version: version + 1, content: JSON.stringify(set), ...writtenBy(actor) };
  const written = version === 0 ? await insert() : await replace();
  if (written === 0n)
    throw new CadreError('band-set-changed', 409, '这套分段已被别人修改，请刷新后在新的内容上修改。');
  return row.version;

  async function insert(): Promise<bigint> {
    const { numInsertedOrUpdatedRows = 0n } = await withQueries(store.db)
      .insertInto('band_sets')
      .values({ id: set.id, ...row })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows;
  }

  async function replace(): Promise<bigint> {
    const { numUpdatedRows } = await withQueries(store.db)
      .updateTable('band_sets')
      .set(row)
      .where('id', '=', set.id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow();
    return numUpdatedRows;
  }
}
