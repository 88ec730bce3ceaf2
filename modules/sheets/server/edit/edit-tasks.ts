import type { Task, TaskActor } from '#platform/server';
import { readUnitTree } from '#modules/organization/server';
import { Findings } from '../jobs/findings.ts';
import type { BulkResult } from '../jobs/sheet-tasks.ts';
import { editMany, type EditSettings } from './bulk-edit.ts';

export interface EditInput {
  readonly job: string;
  readonly actor: TaskActor;
  readonly settings: EditSettings;
  /** What the preview would have done; null makes the preview. */
  readonly expected: string | null;
}

/** Shows what an edit would do, or does what was shown. */
export const bulkEditTask: Task<EditInput, BulkResult> = async (store, input, tools) => {
  const { job, actor, settings, expected } = input;
  const set = store.registry.get(settings.set);
  const tree = await readUnitTree(store);
  const findings = new Findings(store, job, set, tree.nameOf);
  const result = await editMany(store, actor, settings, findings, tools, expected);
  if (expected === null) await findings.keep();
  return result;
};
