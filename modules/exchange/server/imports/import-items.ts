import { CadreError, errors } from '#platform/model';
import type { Store } from '#platform/server';
import type { ImportItem, ItemState } from '#modules/exchange';
import { withExchange, type ImportItemsTable } from '../tables.ts';
import type { ItemDetails } from './preview-item.ts';

/** One page of a preview. */
export async function listItems(
  store: Store,
  importId: string,
  page: { readonly state?: ItemState | undefined; readonly page: number; readonly size: number },
): Promise<{ total: number; items: ImportItem[] }> {
  let query = withExchange(store.db).selectFrom('import_items').where('import_id', '=', importId);
  if (page.state) query = query.where('state', '=', page.state);
  const { total } = await query
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .selectAll()
    .orderBy('n')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  return { total, items: rows.map(itemOf) };
}

/** Notes the operator's choice for a form; null takes it back. */
export async function chooseItem(
  store: Store,
  importId: string,
  n: number,
  choice: string | null,
): Promise<ImportItem> {
  const db = withExchange(store.db);
  const row = await db
    .selectFrom('import_items')
    .selectAll()
    .where('import_id', '=', importId)
    .where('n', '=', n)
    .executeTakeFirst();
  if (!row) throw errors.notFound('这份表');
  requireSensible(itemOf(row), choice);
  await db
    .updateTable('import_items')
    .set({ choice })
    .where('import_id', '=', importId)
    .where('n', '=', n)
    .execute();
  return itemOf({ ...row, choice });
}

function requireSensible(item: ImportItem, choice: string | null): void {
  const possible =
    choice === null ||
    (choice === 'skip' && item.state !== 'refused') ||
    (item.state === 'ambiguous' && (choice === 'create' || item.candidates.some(({ id }) => id === choice)));
  if (!possible) throw new CadreError('choice-impossible', 409, '这份表不能这样处理，请刷新后重新选择。');
}

function itemOf(row: ImportItemsTable): ImportItem {
  const details = JSON.parse(row.details) as ItemDetails;
  return {
    n: row.n,
    file: row.file,
    name: row.name,
    state: row.state as ItemState,
    person: row.person,
    choice: row.choice,
    ...details,
  };
}
