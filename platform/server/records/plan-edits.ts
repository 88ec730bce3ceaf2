import type { Kysely } from 'kysely';
import {
  CadreError,
  diffRows,
  isId,
  validateRows,
  type Finding,
  type RecordRow,
  type SetDifference,
  type SubjectKind,
} from '#platform/model';
import type { DatabaseSchema } from '../database/schema.ts';
import { canonicalRows } from './canonical-rows.ts';
import type { RawTransition, SubjectEvent } from './payload.ts';
import { askGuards, type GuardedAct } from './guard.ts';
import { parseRows } from './read-records.ts';
import type { Definitions, Store } from './store.ts';

/** The wanted state of one set, and the version on which the editor's work is based (0: there was none). */
export interface SetEdit {
  readonly expectedVersion: number;
  readonly rows: readonly RecordRow[];
}

/** What is to become of one subject. */
export interface SubjectEdit {
  readonly subject: string;
  readonly kind: SubjectKind;
  readonly event: SubjectEvent;
  readonly sets: Readonly<Record<string, SetEdit>>;
}

/** A set that somebody else has changed since: their state against the one that was to be written. */
export interface Conflict {
  readonly subject: string;
  readonly set: string;
  readonly version: number;
  /** From their state to ours: `before` is theirs, `after` ours. */
  readonly difference: SetDifference;
}

/** The stored text of a set that has no rows. */
export const noRows = '[]';

interface StoredText {
  readonly version: number;
  readonly rows: string;
}

/** Checks the rows of edits against the registry; errors refuse all of them. */
export function checkEdits(store: Definitions, edits: readonly SubjectEdit[]): void {
  const findings: Finding[] = [];
  for (const edit of edits) {
    // What follows the journal reads ids as UUIDs; another one would stop it for good.
    if (!isId(edit.subject)) throw new Error('a subject needs an id of newId()');
    for (const [code, { rows }] of Object.entries(edit.sets)) {
      const set = store.registry.find(code);
      if (!set || set.subject !== edit.kind) {
        throw new CadreError('unknown-set', 400, `没有“${code}”这个信息集。`, { set: code });
      }
      findings.push(...validateRows(set, rows, store.tables));
    }
  }
  const first = findings.find((finding) => finding.level === 'error');
  if (first) throw new CadreError('record-invalid', 422, first.message, { findings });
}

/** The stored text of the sets that edits touch, and of those that guards ask for, by subject and set. */
async function readTexts(
  store: Store,
  db: Kysely<DatabaseSchema>,
  edits: readonly SubjectEdit[],
): Promise<Map<string, StoredText>> {
  const existing = edits.filter((edit) => edit.event !== 'create').map((edit) => edit.subject);
  const texts = new Map<string, StoredText>();
  if (existing.length === 0) return texts;
  const codes = new Set(edits.flatMap(({ sets }) => Object.keys(sets)));
  const asked = store.guards.filter(({ watches }) => watches.some((code) => codes.has(code)));
  for (const { watches, needs } of asked) for (const code of [...watches, needs]) codes.add(code);
  const records = await db
    .selectFrom('current_records')
    .select(['subject', 'set_code', 'version', 'rows'])
    .where('subject', 'in', existing)
    .where('set_code', 'in', [...codes, ''])
    .execute();
  for (const record of records) texts.set(`${record.subject} ${record.set_code}`, record);
  return texts;
}

/** The state that an edit leaves behind, worked out and not yet written. */
export interface PlannedSubject {
  readonly edit: SubjectEdit;
  readonly transitions: Readonly<Record<string, RawTransition>>;
}

/**
 * Checks new subjects and works out their states. These depend on nothing that is stored; of the rows themselves only
 * those go along that projections read.
 */
export function planNew(definitions: Definitions, edits: readonly SubjectEdit[]): PlannedSubject[] {
  checkEdits(definitions, edits);
  const read = new Set(definitions.projections.flatMap(({ sets }) => sets));
  return edits.map((edit) => {
    const transitions: Record<string, RawTransition> = {};
    for (const [code, { rows }] of Object.entries(edit.sets)) {
      const after = canonicalRows(definitions.registry.get(code), rows);
      if (after !== noRows) transitions[code] = { from: 0, to: 1, before: noRows, after };
    }
    const sets = Object.fromEntries(Object.entries(edit.sets).filter(([code]) => read.has(code)));
    return { edit: { ...edit, sets }, transitions };
  });
}

/**
 * Works out the new states of subjects. Sets whose state does not change are passed over, and so are updates that change
 * nothing. Every conflict is found before the first one is reported; what a guard refuses is told before conflicts.
 */
export async function planEdits(
  store: Store,
  db: Kysely<DatabaseSchema>,
  edits: readonly SubjectEdit[],
  act: GuardedAct,
): Promise<PlannedSubject[]> {
  const texts = await readTexts(store, db, edits);
  const conflicts: Conflict[] = [];
  const planned: PlannedSubject[] = [];
  for (const edit of edits) {
    const transitions: Record<string, RawTransition> = {};
    for (const [code, { expectedVersion, rows }] of Object.entries(edit.sets)) {
      const set = store.registry.get(code);
      const stored = texts.get(`${edit.subject} ${code}`) ?? { version: 0, rows: noRows };
      const after = canonicalRows(set, rows);
      if (after === stored.rows) continue;
      if (stored.version !== expectedVersion) {
        const difference = diffRows(set, parseRows(stored.rows), parseRows(after));
        conflicts.push({ subject: edit.subject, set: code, version: stored.version, difference });
        continue;
      }
      transitions[code] = { from: stored.version, to: stored.version + 1, before: stored.rows, after };
    }
    if (edit.event === 'update')
      askGuards(
        store.guards,
        edit.kind,
        (code) => texts.get(`${edit.subject} ${code}`)?.rows,
        transitions,
        act,
      );
    if (edit.event !== 'update' || Object.keys(transitions).length > 0) planned.push({ edit, transitions });
  }
  if (conflicts.length > 0) throw conflictError(conflicts);
  return planned;
}

export function conflictError(conflicts: readonly Conflict[]): CadreError {
  return new CadreError(
    'version-conflict',
    409,
    '您修改期间，其他人已经改动了同一信息集。请对照双方的内容后再保存。',
    { conflicts },
  );
}
