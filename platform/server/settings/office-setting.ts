import { CadreError, type Actor } from '#platform/model';
import type { Database } from '../database/open-database.ts';

/** What an office has set for everybody (rules, definitions), by name; no row while nobody has ever set it. */
interface OfficeSettingsTable {
  id: string;
  version: number;
  /** JSON; null when it went back to what was delivered. The versions count on. */
  content: string | null;
  updated_by: string;
  updated_by_name: string;
  updated_at: string;
}

/** A setting as it stands. */
export interface OfficeSetting<Content> {
  readonly content: Content;
  /** An edit names it; it grows with every edit and never comes back. */
  readonly version: number;
  /** Null while it is as delivered. */
  readonly edited: { readonly by: string; readonly at: string } | null;
}

/** How the content of a setting is read back; what no longer fits is a mistake of the program and thrown. */
export interface SettingKind<Content> {
  readonly id: string;
  readonly delivered: Content;
  readonly parse: (stored: unknown) => Content;
}

function withSettings(db: Database) {
  return db.withTables<{ office_settings: OfficeSettingsTable }>();
}

export async function readSetting<Content>(
  db: Database,
  kind: SettingKind<Content>,
): Promise<OfficeSetting<Content>> {
  const row = await withSettings(db)
    .selectFrom('office_settings')
    .selectAll()
    .where('id', '=', kind.id)
    .executeTakeFirst();
  if (!row || row.content === null)
    return { content: kind.delivered, version: row?.version ?? 0, edited: null };
  return {
    content: kind.parse(JSON.parse(row.content)),
    version: row.version,
    edited: { by: row.updated_by_name, at: row.updated_at },
  };
}

/** Writes a setting if nobody has edited it since the version named (`setting-changed`); answers the new version. */
export async function keepSetting<Content>(
  db: Database,
  kind: SettingKind<Content>,
  actor: Pick<Actor, 'id' | 'name'>,
  content: Content,
  version: number,
): Promise<number> {
  const row = {
    version: version + 1,
    content: JSON.stringify(content),
    updated_by: actor.id,
    updated_by_name: actor.name,
    updated_at: new Date().toISOString(),
  };
  const table = withSettings(db);
  const written =
    version === 0
      ? await table
          .insertInto('office_settings')
          .values({ id: kind.id, ...row })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst()
      : await table
          .updateTable('office_settings')
          .set(row)
          .where('id', '=', kind.id)
          .where('version', '=', version)
          .executeTakeFirst();
  const count =
    'numUpdatedRows' in written ? written.numUpdatedRows : (written.numInsertedOrUpdatedRows ?? 0n);
  if (count === 0n)
    throw new CadreError('setting-changed', 409, '这项设置已被别人修改，请刷新后在新的内容上修改。');
  return row.version;
}

/** Goes back to what was delivered. */
export async function dropSetting(
  db: Database,
  id: string,
  actor: Pick<Actor, 'id' | 'name'>,
): Promise<void> {
  await withSettings(db)
    .updateTable('office_settings')
    .set(({ eb }) => ({
      version: eb('version', '+', 1),
      content: null,
      updated_by: actor.id,
      updated_by_name: actor.name,
      updated_at: new Date().toISOString(),
    }))
    .where('id', '=', id)
    .where('content', 'is not', null)
    .execute();
}
