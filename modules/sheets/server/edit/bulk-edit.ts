import {
  displayValue,
  errors,
  newId,
  textOf,
  valueOf,
  withValue,
  writtenOf,
  CadreError,
  type FieldDefinition,
  type RecordRow,
  type SetDefinition,
  type UnitNames as NameOfUnit,
} from '#platform/model';
import {
  BulkChange,
  discardDraft,
  isPublished,
  readMany,
  rowsOf,
  sweepDrafts,
  today,
  type JobTools,
  type Store,
  type SubjectEdit,
  type TaskActor,
} from '#platform/server';
import { personSet } from '#modules/cadres';
import { unitsInScope, withPeople } from '#modules/cadres/server';
import { readUnitTree } from '#modules/organization/server';
import {
  knowsMore,
  readCell,
  sheetFields,
  takesSheets,
  type FieldEdit,
  type WantedValue,
} from '#modules/sheets';
import { noCounts } from '../jobs/job-rows.ts';
import type { BulkResult } from '../jobs/sheet-tasks.ts';
import { checkRow, setsToCheck } from '../sheet/check-row.ts';
import { Fingerprint } from '../sheet/fingerprint.ts';
import { previewOutdated } from '../sheet/sheet-errors.ts';
import type { SheetListener } from '../sheet/sheet-settings.ts';
import { unitNames, withinReach } from '../sheet/unit-names.ts';

/** One field of many people, and what is to become of it. */
export interface EditSettings {
  readonly ids: readonly string[];
  readonly set: string;
  readonly field: string;
  readonly edit: FieldEdit;
  readonly where: { readonly field: string; readonly value: string } | null;
}

const atOnce = 400;

/** The new value of a field: what is wanted, or null where it stays as it is. */
type Change = (row: RecordRow) => WantedValue | null;

/** Sets, empties, extends or replaces one field of the people chosen; `expected` writes what a preview has shown. */
export async function editMany(
  store: Store,
  actor: TaskActor,
  settings: EditSettings,
  listener: SheetListener,
  tools: JobTools,
  expected: string | null,
): Promise<BulkResult> {
  const { set, field } = editedField(store, settings.set, settings.field);
  const tree = await readUnitTree(store);
  const reach = await unitsInScope(store, actor.scope);
  const change = await changeOf(store, actor, set, field, settings.edit);
  const isMeant = meantBy(store, set, settings.where, tree.nameOf);
  const counts = { ...noCounts };
  const seen = new Fingerprint();
  const sets = setsToCheck(store, set);
  const date = today();
  if (expected !== null) await sweepDrafts(store);
  const bulk = expected === null ? null : await BulkChange.begin(store);
  if (bulk) await listener.onBegin?.(bulk.id);
  try {
    for (let start = 0; start < settings.ids.length; start += atOnce) {
      tools.signal.throwIfAborted();
      const ids = settings.ids.slice(start, start + atOnce);
      const stored = await readMany(store.db, ids, sets);
      const names = await namesOf(store, ids, reach);
      const edits: SubjectEdit[] = [];
      for (const id of ids) {
        const name = names.get(id);
        if (name === undefined) continue;
        const sets_ = rowsOf(stored.get(id) ?? {});
        const version = stored.get(id)?.[set.code]?.version ?? 0;
        seen.person(id, version);
        const before = rowsToEdit(set, sets_[set.code] ?? [], settings.edit);
        let isTouched = false;
        const rows = before.map((row) => {
          if (!isMeant(row)) return row;
          counts.rows += 1;
          const said = change(row);
          const wanted = said && knowsMore(row, field, said) ? null : said;
          const after = wanted === null ? row : withValue(row, field, wanted.value, wanted.written);
          if (wanted === null || isSame(row, after, field)) {
            counts.unchanged += 1;
            return row;
          }
          const old = (sets_[set.code] ?? []).find((each) => each.id === row.id) ?? null;
          const problem = checkRow(store, set, sets_, after, old, { birth: '', today: date });
          if (problem) {
            counts.refused += 1;
            listener.onError({
              sheet: '',
              row: 0,
              column: '',
              heading: name,
              value: displayValue(field, row, store.tables, tree.nameOf),
              ...pick(problem),
            });
            return row;
          }
          isTouched = true;
          counts[old ? 'updated' : 'created'] += 1;
          const person = { id, name, nationalId: '', birth: '', units: [], unitName: '' };
          listener.onChange?.({ row: 0, person, kind: old ? 'updated' : 'created', before: old, after });
          return after;
        });
        if (!isTouched) continue;
        counts.people += 1;
        const kept = rows.filter(
          (row) => (sets_[set.code] ?? []).some(({ id: own }) => own === row.id) || isFilled(set, row),
        );
        seen.records(sets_[set.code] ?? [], kept);
        edits.push({
          subject: id,
          kind: 'person',
          event: 'update',
          sets: { [set.code]: { expectedVersion: version, rows: kept } },
        });
      }
      if (bulk && edits.length > 0) await bulk.add(edits);
      tools.progress(start + ids.length, settings.ids.length);
    }
    const fingerprint = seen.close(counts);
    if (!bulk) return { counts, fingerprint, change: null };
    if (fingerprint !== expected) throw previewOutdated();
    if (counts.people === 0) throw new CadreError('nothing-changed', 409, '没有需要修改的内容。');
    const summary = `批量修改${set.label}的“${field.label}”：${counts.people} 人`;
    const applied = await bulk.publish({ actor, origin: 'web', summary });
    return { counts, fingerprint, change: applied.id };
  } catch (error) {
    if (bulk) await discardDraft(store, bulk.id);
    throw error;
  }
}

/** The field that is edited; one that nobody may edit in bulk is not there. */
export function editedField(
  store: Store,
  code: string,
  key: string,
): { set: SetDefinition; field: FieldDefinition } {
  const set = store.registry.find(code);
  const field = set && takesSheets(set) ? sheetFields(set).find((each) => each.key === key) : undefined;
  if (!set || !field) throw errors.notFound('可以批量修改的这个项目');
  // What tells people apart is different for each of them.
  if (code === 'A01' && (key === 'name' || key === 'nationalId'))
    throw errors.invalid(`“${field.label}”因人而异，不能批量修改，请用数据表导入。`);
  return { set, field };
}

/** Reads the value that is wanted once; a wrong one refuses the whole edit. */
export async function changeOf(
  store: Store,
  actor: TaskActor,
  set: SetDefinition,
  field: FieldDefinition,
  edit: FieldEdit,
): Promise<Change> {
  if (edit.kind === 'clear') {
    const isPlace = set.code === personSet.code && field.key === 'statisticalOrgCode';
    // Nobody may be moved to where the operator could not see them.
    if (field.required || (isPlace && actor.scope.kind !== 'everything'))
      throw errors.invalid(`“${field.label}”不能清空。`);
    return () => ({ value: null });
  }
  const isText = field.type === 'text' || field.type === 'paragraph';
  if (edit.kind !== 'set') {
    if (!isText) throw errors.invalid(`“${field.label}”不是文字，只能设为某个值或清空。`);
    return (row) => {
      const text = textOf(row, field.key);
      const after = edit.kind === 'append' ? text + edit.value : text.replaceAll(edit.find, () => edit.value);
      return after === text ? null : { value: after === '' ? null : after };
    };
  }
  if (edit.value.trim() === '') throw errors.invalid('请填写要设置的内容；要去掉内容，请选“清空”。');
  const units = await unitsInScope(store, actor.scope);
  const tree = await readUnitTree(store);
  const reach = set.code === 'A01' && units ? new Set(units) : null;
  if (field.type === 'unit' && tree.find(edit.value) && (reach === null || reach.has(edit.value)))
    return () => ({ value: edit.value });
  const names = withinReach(unitNames(tree), reach);
  const context = { tables: store.tables, is1904: false, keepUnknown: false, unitsNamed: names };
  const reading = readCell(field, { text: edit.value, kind: 'text' }, context);
  if ('problem' in reading) throw errors.invalid(reading.problem.reason);
  return () => reading;
}

function meantBy(
  store: Store,
  set: SetDefinition,
  where: EditSettings['where'],
  unitName: NameOfUnit,
): (row: RecordRow) => boolean {
  if (where === null || !set.repeating) return () => true;
  const field = set.fields.find(({ key }) => key === where.field);
  if (!field) throw errors.notFound('筛选记录的这个项目');
  return (row) => displayValue(field, row, store.tables, unitName) === where.value.trim();
}

/** A single set that a person does not have yet gets its row when a value is set. */
function rowsToEdit(set: SetDefinition, rows: readonly RecordRow[], edit: FieldEdit): readonly RecordRow[] {
  return rows.length === 0 && !set.repeating && edit.kind === 'set' ? [{ id: newId() }] : rows;
}

const isSame = (a: RecordRow, b: RecordRow, { key }: FieldDefinition): boolean =>
  (valueOf(a, key) ?? '') === (valueOf(b, key) ?? '') && writtenOf(a, key) === writtenOf(b, key);

const isFilled = (set: SetDefinition, row: RecordRow): boolean =>
  set.fields.some(({ key }) => textOf(row, key) !== '' || writtenOf(row, key) !== '');

const pick = ({ code, reason }: { code: string; reason: string }) => ({ code, reason });

/** The names of those who are there and within reach: who was moved elsewhere since the preview is left alone. */
async function namesOf(
  store: Store,
  ids: readonly string[],
  reach: readonly string[] | null,
): Promise<Map<string, string>> {
  let query = withPeople(store.db)
    .selectFrom('person_index as p')
    .select(['p.id', 'p.name'])
    .where(isPublished('p.draft'))
    .where('p.id', 'in', [...ids]);
  if (reach !== null) query = query.where('p.unit', 'in', [...reach, '']);
  const rows = await query.execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
