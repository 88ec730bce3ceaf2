import { sql } from 'kysely';
import { CadreError } from '#platform/model';
import { journalPosition, type RecordsTransaction } from '#platform/server';

/**
 * Refuses an import that would make somebody anew who came in while its forms were being read, by another import or by
 * hand. Only people of changes after the position `since` are looked at: the others were there when the forms were
 * matched, and a namesake among them is the operator's decision.
 */
export async function requireNoTwins(tx: RecordsTransaction, draft: string, since: number): Promise<void> {
  if ((await journalPosition(tx)) === since) return;
  const { rows } = await sql<{ name: string }>`
    select mine.name from changes
      join change_items on change_items.change_id = changes.id
      join person_index as other on other.id = change_items.subject
      join person_index as mine on mine.draft = ${draft} and mine.name = other.name
        and mine.birth_month is not distinct from other.birth_month
        and (mine.national_id is null or other.national_id is null
          or length(mine.national_id) <> length(other.national_id))
    where changes.seq > ${since}
    union all
    select mine.name from changes
      join change_items on change_items.change_id = changes.id
      join person_index as other on other.id = change_items.subject
      join person_index as mine on mine.draft = ${draft} and mine.national_id = other.national_id
    where changes.seq > ${since}
    limit 1`.execute(tx);
  if (rows.length > 0) throw changedMeanwhile();
}

/** Somebody else was quicker. Nothing was written, and the same files can be read again. */
export function changedMeanwhile(): CadreError {
  return new CadreError(
    'changed-meanwhile',
    409,
    '读取文件期间，其他人新增或修改了其中的干部，本次没有写入任何内容。请重新导入。',
  );
}
