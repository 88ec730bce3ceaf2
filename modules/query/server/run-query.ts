import type { SortKey } from '#engine';
import {
  errors,
  sentenceOf,
  type OperationOutput,
  type Actor,
  type CatalogueField,
  type FieldCatalogue,
} from '#platform/model';
import type { Store } from '#platform/server';
import type { runQuery, runQueryIds } from '#modules/query';
import { questioner, refusing, type Asked } from './asking.ts';
import { catalogueFor } from './catalogue.ts';
import { cellText, rowTexts } from './cells.ts';
import { statutoryOrder } from './orders.ts';
import type { QueryTables } from './query-tables.ts';

/** A page of the people found. */
interface Page extends Asked {
  readonly columns?: readonly string[] | undefined;
  readonly sort?: readonly SortKey[] | undefined;
  readonly from: number;
  readonly size: number;
  readonly counts: boolean;
}

/** 查询: how many people, and a page of them with the columns asked for. */
export async function runQueryFor(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  body: Page,
): Promise<OperationOutput<typeof runQuery>> {
  const catalogue = await catalogueFor(store, tables, actor);
  const columns = (body.columns ?? []).map((name) => columnOf(catalogue, name));
  const asker = await questioner(store, tables, actor, body);
  const ofPerson = columns.filter(({ of }) => of === 'person').map(({ name }) => name);
  const page = asker.ask(body.question, (found) => {
    const rows = found.rows(body.sort ?? statutoryOrder, body.from, body.size);
    return {
      count: found.count,
      version: found.version,
      people: rows.map((row) => ({
        id: asker.engine.dataset.idOf(row),
        name: String(found.values(row, ['A01.name'])[0] ?? ''),
        values: found.values(row, ofPerson),
      })),
    };
  });
  const nodeCounts = body.counts
    ? refusing(() => asker.engine.counts(asker.asking(body.question)))
    : undefined;
  const textOf = await rowTexts(
    store,
    page.people.map(({ id }) => id),
    columns.filter(({ of }) => of === 'row'),
    asker.units,
    asker.asOf,
  );
  return {
    asOf: asker.asOf,
    version: page.version,
    count: page.count,
    sentence: sentenceOf(body.question, catalogue),
    columns: columns.map(({ name, label, kind }) => ({ name, label, kind })),
    rows: page.people.map(({ id, name, values }) => {
      const valueOf = new Map(ofPerson.map((field, index) => [field, values[index] ?? null]));
      return {
        id,
        name,
        values: columns.map((column) => (column.of === 'row' ? null : (valueOf.get(column.name) ?? null))),
        texts: columns.map((column) =>
          column.of === 'row'
            ? textOf(id, column)
            : cellText(column, valueOf.get(column.name) ?? null, catalogue),
        ),
      };
    }),
    ...(nodeCounts ? { nodeCounts: [...nodeCounts].map(([path, count]) => ({ path, count })) } : {}),
  };
}

/** All ids that a question finds, in order. */
export async function runQueryIdsFor(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  body: Asked & { readonly sort?: readonly SortKey[] | undefined },
): Promise<OperationOutput<typeof runQueryIds>> {
  const asker = await questioner(store, tables, actor, body);
  return asker.ask(body.question, (found) => ({
    asOf: asker.asOf,
    version: found.version,
    count: found.count,
    ids: [...found.ids(body.sort ?? statutoryOrder, 0, found.count)],
  }));
}

function columnOf(catalogue: FieldCatalogue, name: string): CatalogueField {
  const field = catalogue.field(name);
  if (!field) throw errors.invalid(`没有“${name}”这一列，请重新选择要显示的列。`);
  if (field.of === 'row' && field.isFact)
    throw errors.invalid(`“${field.label}”是逐条推算的，不能作为列显示，请另选。`);
  return field;
}
