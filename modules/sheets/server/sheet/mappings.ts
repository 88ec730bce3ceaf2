import type { SetDefinition } from '#platform/model';
import type { Store } from '#platform/server';
import { headSignature, type Mapping } from '#modules/sheets';
import { withSheets } from '../tables.ts';

/** The mapping that the office chose for such heads before; null when there is none that still fits. */
export async function rememberedMapping(
  store: Store,
  set: SetDefinition,
  heads: readonly string[],
): Promise<Mapping | null> {
  const row = await withSheets(store.db)
    .selectFrom('sheet_mappings')
    .select('mapping')
    .where('set_code', '=', set.code)
    .where('signature', '=', headSignature(heads))
    .executeTakeFirst();
  if (!row) return null;
  const mapping = JSON.parse(row.mapping) as Mapping;
  const fields = new Set(set.fields.map(({ key }) => key));
  const fits = mapping.every((target) => target === null || target.startsWith('@') || fields.has(target));
  return fits && mapping.length === heads.length ? mapping : null;
}

/** Remembers how the columns under these heads are to be read. */
export async function rememberMapping(
  store: Store,
  set: SetDefinition,
  heads: readonly string[],
  mapping: Mapping,
): Promise<void> {
  const values = {
    set_code: set.code,
    signature: headSignature(heads),
    mapping: JSON.stringify(mapping),
    updated_at: new Date().toISOString(),
  };
  await withSheets(store.db)
    .insertInto('sheet_mappings')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .columns(['set_code', 'signature'])
        .doUpdateSet({ mapping: values.mapping, updated_at: values.updated_at }),
    )
    .execute();
}
