import {
  errors,
  isRowWithdrawn,
  rowTitle,
  textOf,
  type Actor,
  type RecordRow,
  type SetDefinition,
} from '#platform/model';
import { applyChange, readSubject, type Store } from '#platform/server';
import { personSet } from '#modules/cadres';
import { readUnitTree } from '#modules/organization/server';
import { requirePerson, requireUnit } from './scope.ts';

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
  const before = await rowsBefore(store, id, code);
  await requireSound(store, actor, set, edit.rows, before);
  await applyChange(
    store,
    {
      actor,
      origin: 'web',
      summary: summaryOf(store, person.name, set, edit.rows, before),
      reason: edit.reason ?? '',
    },
    [
      {
        subject: id,
        kind: 'person',
        event: 'update',
        sets: {
          [code]: {
            expectedVersion: edit.version,
            rows: touched(edit.rows, before),
          },
        },
      },
    ],
  );
  return (await readSubject(store.db, id, [code]))[code]?.version ?? 0;
}

/** What was done, in a line: a withdrawal is called by its name. */
function summaryOf(
  store: Store,
  name: string,
  set: SetDefinition,
  rows: readonly RecordRow[],
  before: ReadonlyMap<string, RecordRow>,
): string {
  const withdrawn = rows.filter((row) => {
    const old = before.get(row.id);
    return isRowWithdrawn(set, row) && old !== undefined && !isRowWithdrawn(set, old);
  });
  if (!set.withdrawal || withdrawn.length === 0) return `修改${name}的${set.label}`;
  const titles = withdrawn.map((row) => rowTitle(set, row, store.tables, () => ''));
  return `${set.withdrawal.verb}：${name}的${titles.join('、')}`;
}

/** Who does not see every field of a set would wipe out the hidden ones by saving it. */
function requireSight(actor: Actor, hasSensitive: boolean): void {
  if (hasSensitive && !actor.permissions.has('cadre:sensitive')) throw errors.forbidden('cadre:sensitive');
}

/**
 * Refuses what the registry cannot know: a person without 人员基本信息, a new reference to a unit that is not there or out
 * of reach, a picture that was not uploaded for this person.
 */
async function requireSound(
  store: Store,
  actor: Actor,
  set: SetDefinition,
  rows: readonly RecordRow[],
  before: ReadonlyMap<string, RecordRow>,
): Promise<void> {
  if (set.code === personSet.code && rows.length === 0) {
    throw errors.invalid(`“${set.label}”不能清空；要去掉这名干部，请用“删除”。`);
  }
  for (const row of rows) {
    for (const field of set.fields) {
      const value = textOf(row, field.key);
      if (value === textOf(before.get(row.id), field.key)) continue;
      if (field.type === 'file') throw errors.invalid(`“${field.label}”不能直接修改，请用上传功能更换。`);
      const isPlace = set.code === personSet.code && field.key === 'statisticalOrgCode';
      if (isPlace) await requireUnit(store, actor, value === '' ? null : value);
      else if (field.type === 'unit' && value !== '' && !(await readUnitTree(store)).find(value)) {
        throw errors.notFound(`“${field.label}”中选定的机构`);
      }
    }
  }
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
