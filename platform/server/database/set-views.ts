import { sql } from 'kysely';
import type { Registry, SetDefinition } from '#platform/model';
import type { Database } from './open-database.ts';

const setting = 'set-views';

/**
 * One view an information set (`set_A01`, `set_A02` …) with a row for each record and a plain column for each field, for
 * report programs that read the database themselves. They are made anew when the declarations have changed.
 */
export async function refreshSetViews(db: Database, registry: Registry): Promise<void> {
  const wanted = registry.sets.map(viewOf);
  const fingerprint = JSON.stringify(wanted);
  const stored = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', setting)
    .executeTakeFirst();
  if (stored?.value === fingerprint) return;
  await db.transaction().execute(async (tx) => {
    const old = stored ? (JSON.parse(stored.value) as View[]) : [];
    for (const { name } of old) await sql.raw(`drop view if exists ${name}`).execute(tx);
    for (const { name, statement } of wanted) {
      await sql.raw(`drop view if exists ${name}`).execute(tx);
      await sql.raw(statement).execute(tx);
    }
    await tx
      .insertInto('settings')
      .values({ name: setting, value: fingerprint })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: fingerprint }))
      .execute();
  });
}

interface View {
  readonly name: string;
  readonly statement: string;
}

function viewOf(set: SetDefinition): View {
  const name = `set_${identifier(set.code)}`;
  const columns = set.fields.map(
    ({ key }) => `json_extract(item.value, '$.${identifier(key)}') as ${quoted(key)}`,
  );
  return {
    name,
    statement: `create view ${name} as
      select current_records.subject as subject_id, json_extract(item.value, '$.id') as record_id, ${columns.join(', ')}
      from current_records join subjects on subjects.id = current_records.subject,
        json_each(current_records.rows) as item
      where current_records.set_code = '${identifier(set.code)}' and subjects.removed = 0
        and (subjects.draft is null or subjects.draft not in (select id from drafts))`,
  };
}

/** Codes and keys are identifiers by declaration; anything else is a mistake in the program. */
function identifier(text: string): string {
  if (!/^\w+$/.test(text)) throw new Error(`${text} is no identifier`);
  return text;
}

function quoted(text: string): string {
  return `"${identifier(text)}"`;
}
