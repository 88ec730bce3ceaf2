import { CadreError } from '#platform/model';
import {
  BulkChange,
  discardDraft,
  journalPosition,
  storeFiles,
  sweepDrafts,
  today,
  type JobTools,
  type Store,
  type SubjectEdit,
  type TaskActor,
} from '#platform/server';
import type { ImportCounts, Problem } from '#modules/exchange';
import { unitIndexOf, unitsInScope } from '#modules/cadres/server';
import { readUnitTree, unitMatcher } from '#modules/organization/server';
import { withinReach } from './import-scope.ts';
import { FormPlanner, type Choice, type Decision } from './plan-batch.ts';
import { readAhead } from './read-ahead.ts';
import { unitFinder, type FoundUnit, type UnitFinder } from './find-unit.ts';
import { changedMeanwhile, requireNoTwins } from './no-twins.ts';
import type { Read } from './read-batch.ts';
import type { ReadFormFile, RefusedFormFile } from './read-form-file.ts';

/** Where new people go: to the unit that 现任职务 names, to a certain unit, or to 未归属. */
export type Placement = 'suggested' | 'none' | { readonly unit: string };

export interface ImportOptions {
  readonly paths: readonly string[];
  readonly placement: Placement;
  /** Without a word of the operator a form of an unclear person is refused, or makes a new person. */
  readonly onAmbiguous: 'refuse' | 'create';
  /** The operator's choices by the number of the form. */
  readonly choices?: ReadonlyMap<number, Choice>;
  /** Only look: nothing is written. */
  readonly preview?: boolean;
}

/** One form on its way, for a preview; refused ones have no decision. */
export interface ImportStep {
  readonly n: number;
  readonly file: string;
  readonly form: ReadFormFile | null;
  readonly decision: Decision;
  readonly unit: FoundUnit['unit'];
  /** How the form names its unit, where nobody knows which that is. */
  readonly unitWords: string;
}

export interface ImportResult extends ImportCounts {
  readonly problems: readonly Problem[];
  readonly change: string | null;
}

/**
 * Reads forms into the store as one change: all of them appear at once or none does. What is refused is told and does
 * not stop the others.
 */
export async function importForms(
  store: Store,
  actor: TaskActor,
  options: ImportOptions,
  tools: JobTools,
  onStep: (step: ImportStep) => Promise<void> | void = () => {},
): Promise<ImportResult> {
  const run = new ImportRun(store, actor, options, onStep);
  try {
    await run.prepare();
    for await (const { forms, skipped, total } of readAhead(options.paths)) {
      tools.signal.throwIfAborted();
      run.counts.skipped += skipped;
      await run.take(forms);
      tools.progress(run.counts.forms, total);
    }
    tools.signal.throwIfAborted();
    return { ...run.counts, problems: run.problems, change: await run.publish() };
  } catch (error) {
    await run.discard();
    throw error instanceof CadreError && error.code === 'version-conflict' ? changedMeanwhile() : error;
  }
}

class ImportRun {
  readonly counts = { forms: 0, created: 0, updated: 0, unchanged: 0, refused: 0, skipped: 0, warnings: 0 };
  readonly problems: Problem[] = [];
  readonly #store: Store;
  readonly #actor: TaskActor;
  readonly #options: ImportOptions;
  readonly #onStep: (step: ImportStep) => Promise<void> | void;
  #planner: FormPlanner | null = null;
  #findUnit: UnitFinder | null = null;
  #reach: ReadonlySet<string> | null = null;
  #bulk: BulkChange | null = null;
  /** The journal's position before the first look at the people who are there. */
  #since = 0;

  constructor(
    store: Store,
    actor: TaskActor,
    options: ImportOptions,
    onStep: (step: ImportStep) => Promise<void> | void,
  ) {
    this.#store = store;
    this.#actor = actor;
    this.#options = options;
    this.#onStep = onStep;
  }

  async prepare(): Promise<void> {
    await sweepDrafts(this.#store);
    this.#since = await journalPosition(this.#store.db);
    const tree = await readUnitTree(this.#store);
    const { placement } = this.#options;
    if (typeof placement === 'object' && !tree.find(placement.unit)) {
      throw new CadreError('unit-unknown', 404, `没有标识为“${placement.unit}”的机构，请检查后重试。`);
    }
    const reach = await unitsInScope(this.#store, this.#actor.scope);
    this.#reach = reach && new Set(reach);
    this.#planner = new FormPlanner(this.#store, tree.nameOf, today());
    this.#findUnit = unitFinder(unitIndexOf(tree), await unitMatcher(this.#store));
  }

  async take(batch: readonly Read[]): Promise<void> {
    const first = this.counts.forms + 1;
    const readable = batch.filter((read): read is ReadFormFile => 'reading' in read);
    const numbers = new Map<Read, number>(batch.map((read, index) => [read, first + index]));
    const choiceOf = (form: ReadFormFile): Choice | null =>
      this.#options.choices?.get(numbers.get(form) ?? 0) ?? null;
    const decisions = await this.#planner?.decide(readable, choiceOf, this.#options.onAmbiguous);
    const decided = new Map<Read, Decision>(
      readable.map((read, index) => [read, decisions?.[index] ?? leftOut]),
    );
    const edits: SubjectEdit[] = [];
    const forms: ReadFormFile[] = [];
    for (const read of batch) {
      const form = 'reading' in read ? read : null;
      const { unit, words } = (form && this.#findUnit?.(form.reading.form.currentPost)) ?? noUnit;
      const decision = form
        ? withinReach(decided.get(form) ?? leftOut, read.file, this.#reach, this.#place(unit?.id ?? null))
        : refusal(read as RefusedFormFile);
      await this.#onStep({
        n: numbers.get(read) ?? 0,
        file: read.file,
        form,
        decision,
        unit,
        unitWords: words,
      });
      const edit = this.#count(read, decision, unit?.id ?? null);
      if (edit && form) {
        edits.push(edit);
        forms.push(form);
      }
    }
    if (edits.length === 0 || this.#options.preview) return;
    this.#bulk ??= await BulkChange.begin(this.#store);
    const files = forms.flatMap(({ photo, source }) => (photo ? [photo, source] : [source]));
    await this.#bulk.add(edits, (tx) => storeFiles(tx, files));
  }

  async publish(): Promise<string | null> {
    if (!this.#bulk) return null;
    const { created, updated } = this.counts;
    const parts = [created > 0 ? `新增 ${created} 人` : '', updated > 0 ? `更新 ${updated} 人` : ''];
    const summary = `导入任免审批表：${parts.filter((part) => part !== '').join('，')}`;
    const draft = this.#bulk.id;
    const change = await this.#bulk.publish({ actor: this.#actor, origin: 'import', summary }, null, (tx) =>
      requireNoTwins(tx, draft, this.#since),
    );
    return change.id;
  }

  async discard(): Promise<void> {
    if (this.#bulk) await discardDraft(this.#store, this.#bulk.id);
  }

  #count(read: Read, decision: Decision, suggested: string | null): SubjectEdit | null {
    this.counts.forms += 1;
    if (decision.kind === 'left-out') return null;
    if (decision.kind !== 'planned') {
      const problem =
        decision.kind === 'refused' ? decision.problem : unclear(read.file, decision.candidates.length);
      this.counts.refused += 1;
      this.problems.push(problem);
      return null;
    }
    const { plan, known } = decision;
    this.counts[plan.state] += 1;
    this.counts.warnings += plan.problems.length;
    this.problems.push(...plan.problems);
    if (plan.state === 'unchanged') return null;
    const sets = known ? plan.sets : this.#placed(plan.sets, suggested);
    return { subject: plan.subject, kind: 'person', event: known ? 'update' : 'create', sets };
  }

  /** The unit of a new person; null is 未归属. */
  #place(suggested: string | null): string | null {
    const { placement } = this.#options;
    return placement === 'suggested' ? suggested : placement === 'none' ? null : placement.unit;
  }

  #placed(sets: SubjectEdit['sets'], suggested: string | null): SubjectEdit['sets'] {
    const unit = this.#place(suggested);
    const person = sets['A01'];
    const [row] = person?.rows ?? [];
    if (unit === null || !person || !row) return sets;
    return { ...sets, A01: { ...person, rows: [{ ...row, statisticalOrgCode: unit }] } };
  }
}

const noUnit: FoundUnit = { unit: null, words: '' };

/** The operator chose not to take the form. */
const leftOut: Decision = { kind: 'left-out' };

function refusal({ refused }: RefusedFormFile): Decision {
  return { kind: 'refused', problem: refused };
}

function unclear(file: string, candidates: number): Problem {
  return {
    file,
    level: 'error',
    code: 'person-ambiguous',
    field: 'name',
    value: String(candidates),
    message:
      candidates === 0
        ? '本批中另有同名的任免审批表，无法确定是否同一人，未导入。请在导入页面逐一确认，或在表中补填身份证号。'
        : `库中有 ${candidates} 名可能是同一人的干部，无法确定，未导入。请在导入页面逐一确认，或在表中补填身份证号。`,
  };
}
