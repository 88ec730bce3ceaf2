import { errors, type Actor, type RecordRow } from '#platform/model';
import { applyChange, readSubject, type Store } from '#platform/server';
import { requirePerson } from './scope.ts';

/** Saves one set of a person as a change; the answer is its new version. */
export async function editSetOf(
  store: Store,
  actor: Actor,
  id: string,
  code: string,
  edit: { version: number; rows: readonly RecordRow[]; reason?: string | undefined },
): Promise<number> {
  const person = await requirePerson(store, actor, id);
  const set = store.registry.find(code);
  if (!set || set.subject !== 'person' || set.internal) throw errors.notFound(`“${code}”这个信息集`);
  requireSight(actor, set.sensitive === true || set.fields.some((field) => field.sensitive));
  await applyChange(
    store,
    { actor, origin: 'web', summary: `修改${person.name}的${set.label}`, reason: edit.reason ?? '' },
    [
      {
        subject: id,
        kind: 'person',
        event: 'update',
        sets: {
          [code]: {
            expectedVersion: edit.version,
            rows: touched(edit.rows, await rowsBefore(store, id, code)),
          },
        },
      },
    ],
  );
  return (await readSubject(store.db, id, [code]))[code]?.version ?? 0;
}

/** Who does not see every field of a set would wipe out the hidden ones by saving it. */
function requireSight(actor: Actor, hasSensitive: boolean): void {
  if (hasSensitive && !actor.permissions.has('cadre:sensitive')) throw errors.forbidden('cadre:sensitive');
}

async function rowsBefore(store: Store, id: string, code: string): Promise<Map<string, RecordRow>> {
  const stored = (await readSubject(store.db, id, [code]))[code];
  return new Map((stored?.rows ?? []).map((row) => [row.id, row]));
}

/** A row that a clerk changed is no longer as it was parsed: the next import leaves it alone. */
function touched(rows: readonly RecordRow[], before: ReadonlyMap<string, RecordRow>): RecordRow[] {
  return rows.map((row) => {
    const old = before.get(row.id);
    if (!row.origin || (old && sameContent(row, old))) return row;
    const { origin: _origin, ...kept } = row;
    return kept as RecordRow;
  });
}

function sameContent(a: RecordRow, b: RecordRow): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every(
    (key) => key === 'origin' || JSON.stringify(a[key] ?? null) === JSON.stringify(b[key] ?? null),
  );
}
