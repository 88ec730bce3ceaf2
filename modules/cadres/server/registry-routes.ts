import { errors, readCodeTable, readRecordSchema, readRegistry, subjectSchema } from '#platform/model';
import { defineRoute, type Route, type Store } from '#platform/server';

/** The routes by which a client learns the declared sets and the code tables. */
export function registryRoutes(store: Store): Route[] {
  return [
    defineRoute(readRegistry, () => ({
      sets: [...store.registry.sets],
      tables: store.tables.list().map(({ id, name, standard, verified, items }) => ({
        id,
        name,
        standard,
        verified,
        size: items.length,
      })),
    })),
    defineRoute(readRecordSchema, ({ params }) => ({
      ...subjectSchema(store.registry, params.kind, store.tables),
    })),
    defineRoute(readCodeTable, ({ params }) => {
      const table = store.tables.get(params.id);
      if (!table) throw errors.notFound(`代码表“${params.id}”`);
      const { id, name, standard, verified, notes, items } = table;
      return { id, data: { name, standard, verified, notes, items } };
    }),
  ];
}
