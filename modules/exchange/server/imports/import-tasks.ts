import { CadreError } from '#platform/model';
import type { Store, Task, TaskActor } from '#platform/server';
import { insertMany } from '#platform/server';
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
  const choices = new Map<number, Choice | 'skip'>();
  for (const [n, { choice }] of shown) {
    if (choice) choices.set(n, choice === 'skip' || choice === 'create' ? choice : { person: choice });
  }
  const options = {
    paths: [input.folder],
    placement: input.placement,
    onAmbiguous: 'refuse',
    choices,
  } as const;
  const { problems: _problems, ...result } = await importForms(store, input.actor, options, tools, (step) => {
    const basis = shown.get(step.n);
    if (!basis || (basis.choice === null && basis.basis !== previewItem(step)[6])) throw outdated(step);
  });
  return { ...result, ambiguous: 0 };
};

async function shownItems(
  store: Store,
  importId: string,
): Promise<Map<number, { basis: string; choice: string | null }>> {
  const rows = await withExchange(store.db)
    .selectFrom('import_items')
    .select(['n', 'basis', 'choice'])
    .where('import_id', '=', importId)
    .execute();
  return new Map(rows.map(({ n, basis, choice }) => [n, { basis, choice }]));
}

function outdated(step: ImportStep): CadreError {
  return new CadreError(
    'preview-outdated',
    409,
    `预览之后，“${step.file}”对应的干部信息已被他人修改，本次没有写入任何内容。请重新生成预览后再导入。`,
  );
}
