import type { FactValue } from '#engine';
import { can, textOf, type Actor, type FieldCatalogue, type OperationOutput } from '#platform/model';
import { readMany, rowsOf, type Store } from '#platform/server';
import { compareRows, type comparePeople, type CompareRow } from '#modules/query';
import { questioner } from './asking.ts';
import { catalogueFor } from './catalogue.ts';
import { cellText } from './cells.ts';
import { careerOf } from './compare-careers.ts';
import type { QueryTables } from './query-tables.ts';

/** 比较: the facts of two to six people side by side, and their careers, as of the reference date. */
export async function comparePeopleFor(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  { ids, asOf }: { readonly ids: readonly string[]; readonly asOf?: string | undefined },
): Promise<OperationOutput<typeof comparePeople>> {
  const catalogue = await catalogueFor(store, tables, actor);
  const question = { where: { op: 'people', ids: [...ids] }, population: 'all' } as const;
  const asker = await questioner(store, tables, actor, { question, asOf });
  // A sensitive field is not there for whoever may not see it.
  const rows = compareRows.filter(({ fields }) => fields.every((name) => catalogue.field(name)));
  const names = ['A01.name', 'mainUnit', 'posts', ...rows.flatMap(({ fields }) => fields)];
  const found = asker.ask(question, (people) =>
    people.rows([], 0, people.count).map((person) => {
      const values = people.values(person, names);
      return {
        id: asker.engine.dataset.idOf(person),
        values: new Map(names.map((name, index) => [name, values[index] ?? null])),
      };
    }),
  );
  const people = [...new Set(ids)].flatMap((id) => found.find((person) => person.id === id) ?? []);
  const seesPhotos = can(actor, 'cadre:sensitive');
  const stored = await readMany(
    store.db,
    people.map(({ id }) => id),
    ['A02', 'A05', 'A17', ...(seesPhotos ? ['A57'] : [])],
  );
  return {
    asOf: asker.asOf,
    rows: rows.map(({ label, group }) => ({ label, group })),
    people: people.map(({ id, values }) => {
      const sets = rowsOf(stored.get(id) ?? {});
      return {
        id,
        name: String(values.get('A01.name') ?? ''),
        unit: asker.units.nameOf(String(values.get('mainUnit') ?? '')),
        post: String(values.get('posts') ?? ''),
        photo: textOf(sets['A57']?.[0], 'data') || null,
        texts: rows.map((row) => rowText(row, values, catalogue)),
        career: careerOf(store, sets, asker.units.nameOf, asker.asOf),
      };
    }),
  };
}

/** The first field as it is, what belongs to it in brackets: 1972.11（53岁） */
function rowText(
  { fields }: CompareRow,
  values: ReadonlyMap<string, FactValue>,
  catalogue: FieldCatalogue,
): string {
  const [first = '', ...others] = fields
    .map((name) => fieldText(name, values.get(name) ?? null, catalogue))
    .filter((text) => text !== '');
  return others.length === 0 ? first : `${first}（${others.join('，')}）`;
}

function fieldText(name: string, value: FactValue, catalogue: FieldCatalogue): string {
  const field = catalogue.field(name);
  if (!field || value === null) return '';
  if (field.kind !== 'number') return cellText(field, value, catalogue);
  return field.unit === '月' ? lengthText(Number(value)) : `${value}${field.unit ?? ''}`;
}

/** 3年2个月 */
function lengthText(months: number): string {
  const [years, rest] = [Math.trunc(months / 12), months % 12];
  if (months === 0) return '不足1个月';
  return `${years > 0 ? `${years}年` : ''}${rest > 0 ? `${rest}个月` : ''}`;
}
