import type { Actor, CatalogueField, OperationOutput } from '#platform/model';
import { errors } from '#platform/model';
import { wordInitials, type Store } from '#platform/server';
import type { suggestValues } from '#modules/query';
import { questioner } from './asking.ts';
import { catalogueFor } from './catalogue.ts';
import type { QueryTables } from './query-tables.ts';
import { rowValues } from './row-values.ts';

/** Different values that are looked through for a term. */
const looked = 20_000;

/** 候选值: the values that people have in a field, the most frequent first. */
export async function suggestValuesFor(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  { field, text, limit }: { readonly field: string; readonly text: string; readonly limit: number },
): Promise<OperationOutput<typeof suggestValues>> {
  const catalogue = await catalogueFor(store, tables, actor);
  const known = catalogue.field(field);
  if (!known || known.kind === 'paragraph') throw errors.invalid('这一项没有候选值，请直接填写。');
  const asker = await questioner(store, tables, actor, { question: { population: 'all' } });
  const wanted = text.trim().toLowerCase();
  const all =
    known.of === 'row'
      ? rowValues(asker, field)
      : asker.ask({ population: 'all' }, (found) => found.distinct(field, wanted === '' ? limit : looked));
  return {
    values: all
      .filter(({ label }) => matches(label, wanted))
      .slice(0, limit)
      .flatMap(({ value, label, count }) =>
        value === null ? [] : [{ value, label, count, path: pathOf(known, String(value)) }],
      ),
  };

  function pathOf(of: CatalogueField, value: string): string[] {
    if (of.kind === 'unit') return asker.units.pathOf(value).slice(0, -1);
    if (of.kind !== 'code' || of.codes === undefined) return [];
    return (store.tables.get(of.codes)?.pathOf(value) ?? []).slice(0, -1);
  }
}

function matches(label: string, wanted: string): boolean {
  if (wanted === '') return true;
  return (
    label.toLowerCase().includes(wanted) || (/^[a-z]+$/.test(wanted) && wordInitials(label).includes(wanted))
  );
}
