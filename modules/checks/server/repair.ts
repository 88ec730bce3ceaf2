import { createHash } from 'node:crypto';
import {
  CadreError,
  describeDifference,
  diffRows,
  errors,
  type Actor,
  type SubjectSets,
} from '#platform/model';
import {
  applyChange,
  BulkChange,
  discardDraft,
  readMany,
  rowsOf,
  type SetEdit,
  type Store,
  type StoredSets,
  type SubjectEdit,
} from '#platform/server';
import { requirePerson } from '#modules/cadres/server';
import { readUnitTree } from '#modules/organization/server';
import type { Fault } from '#modules/checks';
import type { CheckBoard } from './check-board.ts';
import { countingFaults } from './check-people.ts';
import type { PersonInReach, ReachedBoard } from './people-in-reach.ts';
import { keyOfFault } from './dismissals.ts';

export type NamedFault = Pick<Fault, 'rule' | 'row' | 'field' | 'value'> & { readonly person: string };

/** Puts one fault right, if it still stands as it was looked at. */
export async function repairOne(
  store: Store,
  board: CheckBoard,
  actor: Actor,
  wanted: NamedFault,
): Promise<string> {
  const person = await requirePerson(store, actor, wanted.person);
  const basis = await board.basis();
  const stored = (await readMany(store.db, [wanted.person])).get(wanted.person) ?? {};
  const sets = rowsOf(stored);
  const found = countingFaults(basis, wanted.person, sets).find(
    (fault) => keyOfFault(fault) === keyOfFault(wanted),
  );
  if (!found) throw new CadreError('fault-gone', 409, '这处问题已不存在，请刷新后查看。');
  if (!found.repair) throw errors.invalid('这处问题没有唯一的改法，请人工核对后修改。');
  const edit = editOf(wanted.person, stored, found.repair.apply(sets));
  const summary = `校核修复${person.name}：${found.repair.label}`;
  return (await applyChange(store, { actor, origin: 'web', summary }, [edit])).id;
}

/** What putting right all faults of a rule would change, or what it changed. */
export interface RuleRepair {
  readonly people: number;
  readonly lines: readonly { readonly id: string; readonly name: string; readonly text: string }[];
  /** Names exactly these changes of exactly these records. */
  readonly fingerprint: string;
  readonly change?: string;
}

const mostLines = 100;
const piece = 200;

/**
 * Puts right all faults of a rule that have one right answer, as one change. Without `expected` nothing is written; with it,
 * the fingerprint of a preview, what the preview has shown is done, or nothing (`repair-outdated`).
 */
export async function repairAll(
  store: Store,
  actor: Actor,
  reached: ReachedBoard,
  rule: string,
  label: string,
  expected: string | null,
): Promise<RuleRepair> {
  const wanted = reached.faulty.filter(({ id }) => reached.rulesOf(id).includes(rule));
  const { nameOf } = await readUnitTree(store);
  const lines: RuleRepair['lines'][number][] = [];
  let people = 0;
  const hash = createHash('sha256').update(rule);
  const bulk = expected === null ? null : await BulkChange.begin(store);
  try {
    for (let start = 0; start < wanted.length; start += piece) {
      const some = wanted.slice(start, start + piece);
      const planned = await planPiece(store, reached, rule, some);
      people += planned.length;
      for (const { edit } of planned) hash.update(`\n${JSON.stringify(edit)}`);
      for (const { person, edit, before } of planned.slice(0, mostLines - lines.length)) {
        lines.push({ id: person.id, name: person.name, text: describeEdit(store, edit, before, nameOf) });
      }
      if (bulk && planned.length > 0) await bulk.add(planned.map(({ edit }) => edit));
    }
    const fingerprint = hash.digest('hex');
    if (!bulk) return { people, lines, fingerprint };
    if (fingerprint !== expected) throw outdated();
    if (people === 0) throw new CadreError('nothing-changed', 409, '没有可以一键修复的问题。');
    const { id } = await bulk.publish({ actor, origin: 'web', summary: `校核修复：${label}，${people} 人` });
    return { people, lines, fingerprint, change: id };
  } catch (error) {
    if (bulk) await discardDraft(store, bulk.id);
    throw error;
  }
}

function outdated(): CadreError {
  return new CadreError(
    'repair-outdated',
    409,
    '预览之后，有关人员的信息或校核规则又有变动，什么都没有写入。请重新预览后再修复。',
  );
}

interface Planned {
  readonly person: PersonInReach;
  readonly edit: SubjectEdit;
  readonly before: SubjectSets;
}

async function planPiece(
  store: Store,
  reached: ReachedBoard,
  rule: string,
  people: readonly PersonInReach[],
): Promise<Planned[]> {
  const found = await readMany(
    store.db,
    people.map(({ id }) => id),
  );
  return people.flatMap((person) => {
    const stored = found.get(person.id) ?? {};
    const before = rowsOf(stored);
    const repairs = countingFaults(reached.state.basis, person.id, before).flatMap((fault) =>
      fault.rule === rule && fault.repair ? [fault.repair] : [],
    );
    if (repairs.length === 0) return [];
    // One after another: each sees what the one before it left.
    let sets = before;
    for (const repair of repairs) sets = { ...sets, ...repair.apply(sets) };
    const changed = Object.fromEntries(Object.entries(sets).filter(([code, rows]) => rows !== before[code]));
    return [{ person, edit: editOf(person.id, stored, changed), before }];
  });
}

function editOf(
  subject: string,
  stored: StoredSets,
  sets: Readonly<Record<string, SetEdit['rows']>>,
): SubjectEdit {
  const edits = Object.entries(sets).map(([code, rows]) => [
    code,
    { expectedVersion: stored[code]?.version ?? 0, rows },
  ]);
  return { subject, kind: 'person', event: 'update', sets: Object.fromEntries(edits) as SubjectEdit['sets'] };
}

function describeEdit(
  store: Store,
  edit: SubjectEdit,
  before: SubjectSets,
  unitName: (id: string) => string,
): string {
  return Object.entries(edit.sets)
    .flatMap(([code, { rows }]) => {
      const set = store.registry.get(code);
      const difference = diffRows(set, before[code] ?? [], rows);
      return describeDifference(
        set,
        difference,
        { before: before[code] ?? [], after: rows },
        store.tables,
        unitName,
      );
    })
    .map(
      ({ label, rowTitle, before: old, after }) =>
        `${rowTitle === '' ? '' : `${rowTitle} `}${label}：${old || '（空）'} → ${after || '（空）'}`,
    )
    .join('；');
}
