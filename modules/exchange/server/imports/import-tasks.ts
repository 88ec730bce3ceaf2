import { CadreError } from '#platform/model';
import type { Store, Task, TaskActor } from '#platform/server';
import { insertMany } from '#platform/server';
import type { Problem } from '#modules/exchange';
import { importForms, type ImportResult, type ImportStep, type Placement } from '../import/import-forms.ts';
import type { Choice } from '../import/plan-batch.ts';
import { withExchange } from '../tables.ts';
import { previewItem } from './preview-item.ts';

export interface PreviewInput {
  readonly importId: string;
  readonly actor: TaskActor;
  readonly folder: string;
}

/** The summary of a preview or an import, without the problems, which stand with the items. */
export type TaskResult = Omit<ImportResult, 'problems'> & { readonly ambiguous: number };

const itemColumns = ['import_id', 'n', 'file', 'name', 'state', 'person', 'details', 'basis', 'choice'];
const writtenAtOnce = 200;

/** Reads the uploaded files and keeps what each form would do. */
export const previewImportTask: Task<PreviewInput, TaskResult> = async (store, input, tools) => {
  await withExchange(store.db).deleteFrom('import_items').where('import_id', '=', input.importId).execute();
  let rows: unknown[][] = [];
  let ambiguous = 0;
  const write = async () => {
    const waiting = rows;
    rows = [];
    await store.db.transaction().execute((tx) => insertMany(tx, 'import_items', itemColumns, waiting));
  };
  const options = {
    paths: [input.folder],
    placement: 'suggested',
    onAmbiguous: 'refuse',
    preview: true,
  } as const;
  const { problems: _problems, ...result } = await importForms(
    store,
    input.actor,
    options,
    tools,
    async (step) => {
      if (step.decision.kind === 'ambiguous') ambiguous += 1;
      rows.push([input.importId, ...previewItem(step)]);
      if (rows.length >= writtenAtOnce) await write();
    },
  );
  await write();
  return { ...result, refused: result.refused - ambiguous, ambiguous };
};

export interface ApplyInput extends PreviewInput {
  readonly placement: Placement;
}

/** Writes what the preview showed; refuses with `preview-outdated` when people have changed since. */
export const applyImportTask: Task<ApplyInput, TaskResult> = async (store, input, tools) => {
  const shown = await shownItems(store, input.importId);
  const choices = new Map<number, Choice>();
  for (const [n, { choice, state }] of shown) {
    if (choice) choices.set(n, choice === 'skip' || choice === 'create' ? choice : { person: choice });
    else if (state === 'ambiguous') choices.set(n, 'undecided');
  }
  const options = {
    paths: [input.folder],
    placement: input.placement,
    onAmbiguous: 'refuse',
    choices,
  } as const;
  const { problems: _problems, ...result } = await importForms(store, input.actor, options, tools, (step) => {
    const basis = shown.get(step.n);
    if (!basis || (!choices.has(step.n) && basis.basis !== previewItem(step)[6])) throw outdated(step);
    if (choices.has(step.n) && step.decision.kind === 'refused') throw refusedChoice(step.decision.problem);
  });
  return { ...result, ambiguous: 0 };
};

async function shownItems(
  store: Store,
  importId: string,
): Promise<Map<number, { basis: string; choice: string | null; state: string }>> {
  const rows = await withExchange(store.db)
    .selectFrom('import_items')
    .select(['n', 'basis', 'choice', 'state'])
    .where('import_id', '=', importId)
    .execute();
  return new Map(rows.map(({ n, ...shown }) => [n, shown]));
}

/** The choices contradict each other, for instance two forms for one person. */
function refusedChoice({ code, file, message }: Problem): CadreError {
  return new CadreError(code, 409, `“${file}”：${message}`);
}

function outdated(step: ImportStep): CadreError {
  const { decision } = step;
  if (decision.kind === 'refused' && decision.problem.code === 'person-twice') {
    return refusedChoice(decision.problem);
  }
  return new CadreError(
    'preview-outdated',
    409,
    `预览之后，“${step.file}”对应的干部信息已被他人修改，本次没有写入任何内容。请重新生成预览后再导入。`,
  );
}
