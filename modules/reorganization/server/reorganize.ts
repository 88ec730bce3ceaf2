import { CadreError, can, errors, textOf, type Actor } from '#platform/model';
import {
  BulkChange,
  discardDraft,
  journalPosition,
  readMany,
  today,
  type JobTools,
  type RecordsTransaction,
  type Store,
  type Task,
  type TaskActor,
  type TaskRunner,
} from '#platform/server';
import type { QueryTables } from '#modules/query/server';
import {
  planReorganization,
  runSteps,
  type PlannedReorganization,
  type ReorganizationPlan,
  type ReorganizationPreview,
  type ReorganizationProblem,
} from '#modules/reorganization';
import { concernedPeople, type Concerned } from './concerned.ts';
import { fingerprintOf, readPeopleRecords, readUnitRecords, requirePlanInReach } from './read-records.ts';
import { showPlan } from './show-plan.ts';

export interface Reorganized {
  readonly change: string;
  readonly units: number;
  readonly people: number;
}

/** What the work needs beside the store; it is cloned into the task's process. */
export interface ReorganizeInput {
  readonly actor: TaskActor;
  readonly plan: ReorganizationPlan;
  readonly concerned: Concerned;
  /** Of the preview. */
  readonly fingerprint: string;
  /** The operator has seen what is left to be done. */
  readonly confirmed: boolean;
  readonly mayEditQuotas: boolean;
}

/** From so many people on it runs in a process of its own: requests do not wait for it. */
const largePlan = 200;
/** Subjects of one transaction. */
const atOnce = 400;

/** Moves everybody in a process of its own. */
export const reorganizeTask: Task<ReorganizeInput, Reorganized> = (store, input, tools) =>
  reorganize(store, input, tools);

/** What a plan would do, and what stands against it. */
export async function previewPlan(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  plan: ReorganizationPlan,
): Promise<ReorganizationPreview> {
  const concerned = await prepare(store, tables, actor, plan);
  const { planned, tree, fingerprint } = await work(store, plan, concerned);
  requireRights(can(actor, 'quota:edit'), planned);
  return showPlan(store, tree, planned, fingerprint);
}

/**
 * Carries a plan out as one change. Refuses with `reorganization-blocked` what cannot be done or was not confirmed, and with
 * `reorganization-outdated` when anything that it is based on was changed since the preview; then nothing is written.
 */
export async function applyPlan(
  store: Store,
  tables: QueryTables,
  runTask: TaskRunner,
  actor: Actor,
  asked: { readonly plan: ReorganizationPlan; readonly fingerprint: string; readonly confirmed: boolean },
): Promise<Reorganized> {
  const concerned = await prepare(store, tables, actor, asked.plan);
  const { id, name, scope } = actor;
  const mayEditQuotas = can(actor, 'quota:edit');
  const input: ReorganizeInput = { actor: { id, name, scope }, concerned, mayEditQuotas, ...asked };
  if (concerned.people.length < largePlan) return reorganize(store, input);
  return runTask<Reorganized>('reorganize', input, {});
}

async function prepare(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  plan: ReorganizationPlan,
): Promise<Concerned> {
  if (!can(actor, 'cadre:bulk')) throw errors.forbidden('cadre:bulk');
  await requirePlanInReach(store, actor, plan);
  const { tree, units } = await readUnitRecords(store, plan);
  return concernedPeople(store, tables, actor, plan, runSteps(plan, tree, units, today()));
}

async function reorganize(store: Store, input: ReorganizeInput, tools?: JobTools): Promise<Reorganized> {
  const { planned, fingerprint } = await work(store, input.plan, input.concerned);
  requireRights(input.mayEditQuotas, planned);
  if (fingerprint !== input.fingerprint) throw outdated();
  const against = planned.problems.filter(
    ({ level }) => level === 'stop' || (level === 'todo' && !input.confirmed),
  );
  if (against.length > 0) throw blocked(against);
  return write(store, input, planned, tools);
}

async function work(store: Store, plan: ReorganizationPlan, { people, beyond }: Concerned) {
  const { tree, units } = await readUnitRecords(store, plan);
  const read = await readPeopleRecords(store, people);
  const planned = planReorganization(plan, { tree, units, people: read }, today());
  const problems: ReorganizationProblem[] = [...planned.problems];
  if (beyond > 0) {
    const text = `还有 ${beyond} 名不在您管理范围内的人员在这些机构任职，不能由您办理，请上级组织部门办理。`;
    problems.unshift({ level: 'stop', text });
  }
  const fingerprint = fingerprintOf(plan, units, read);
  return { tree, planned: { ...planned, problems }, fingerprint };
}

async function write(
  store: Store,
  { actor, plan, concerned }: ReorganizeInput,
  planned: PlannedReorganization,
  tools?: JobTools,
): Promise<Reorganized> {
  const { unitEdits, personEdits } = planned;
  const edits = [...unitEdits, ...personEdits];
  if (edits.length === 0) throw blocked([{ level: 'stop', text: '方案没有需要改动的内容。' }]);
  const bulk = await BulkChange.begin(store);
  try {
    for (let from = 0; from < edits.length; from += atOnce) {
      tools?.signal.throwIfAborted();
      await bulk.add(edits.slice(from, from + atOnce));
      tools?.progress(Math.min(from + atOnce, edits.length), edits.length);
    }
    const author = { actor, origin: 'web' as const, summary: summaryOf(planned), reason: plan.remark };
    const applied = await bulk.publish(author, null, (tx) => requireUntouched(tx, concerned));
    return { change: applied.id, units: unitEdits.length, people: personEdits.length };
  } catch (error) {
    await discardDraft(store, bulk.id);
    throw error instanceof CadreError && error.code === 'version-conflict' ? outdated() : error;
  }
}

/** Nobody may have come to the units, or be changed, since the people were looked for. */
async function requireUntouched(tx: RecordsTransaction, { people, units, since }: Concerned): Promise<void> {
  if ((await journalPosition(tx)) === since) return;
  const rows = await tx
    .selectFrom('changes')
    .innerJoin('change_items', 'change_items.change_id', 'changes.id')
    .select('change_items.subject')
    .where('changes.seq', '>', since)
    .execute();
  const touched = [...new Set(rows.map(({ subject }) => subject))];
  const ours = new Set([...people, ...units]);
  if (touched.some((id) => ours.has(id))) throw outdated();
  const here = new Set(units);
  for (let from = 0; from < touched.length; from += atOnce) {
    for (const sets of (await readMany(tx, touched.slice(from, from + atOnce), ['A01', 'A02'])).values()) {
      const places = [
        textOf(sets['A01']?.rows[0], 'statisticalOrgCode'),
        ...(sets['A02']?.rows ?? []).map((row) => textOf(row, 'orgCode')),
      ];
      if (places.some((unit) => here.has(unit))) throw outdated();
    }
  }
}

function requireRights(mayEditQuotas: boolean, { quotas }: PlannedReorganization): void {
  if (quotas.rows.size > 0 && !mayEditQuotas) throw errors.forbidden('quota:edit');
}

/** What happened, in one line: who went where, how many units and people. */
function summaryOf({ units, unitEdits, personEdits }: PlannedReorganization): string {
  const all = units.all();
  const ended = all.filter((unit) => unit.successor !== undefined && unit.kindCode !== '2');
  const founded = all.filter(({ isNew, kindCode }) => isNew && kindCode !== '2');
  const parts = [
    ...(founded.length > 0 ? [`组建${listOf(founded)}`] : []),
    ...(ended.length > 0 ? [`${listOf(ended)}不再保留`] : []),
  ];
  const what = parts.length > 0 ? parts.join('，') : '机构和人员调整';
  return `机构改革：${what}（机构 ${unitEdits.length} 个，人员 ${personEdits.length} 人）`;
}

function listOf(units: readonly { readonly name: string }[]): string {
  const names = units.slice(0, 3).map(({ name }) => name);
  return names.join('、') + (units.length > 3 ? `等 ${units.length} 个机构` : '');
}

function outdated(): CadreError {
  return new CadreError(
    'reorganization-outdated',
    409,
    '预览之后，方案涉及的机构或人员又被修改过，没有办理。请重新预览后再办理。',
  );
}

function blocked(problems: readonly ReorganizationProblem[]): CadreError {
  const isOpen = problems.every(({ level }) => level === 'todo');
  const first = problems[0]?.text ?? '';
  return new CadreError(
    'reorganization-blocked',
    409,
    isOpen ? `还有 ${problems.length} 项需要另行处理，请在预览中确认后再办理。` : `不能办理：${first}`,
    { reasons: problems.map(({ text }) => text) },
  );
}
