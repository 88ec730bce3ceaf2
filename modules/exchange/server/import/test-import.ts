import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { emptyForm, writeLrmx, type ApprovalForm } from '#documents/formats';
import { cadreSets } from '#modules/cadres';
import { personProjection, verifiedGuard } from '#modules/cadres/server';
import { organizationSets } from '#modules/organization';
import { reserveSets } from '#modules/reserve';
import { unitProjection } from '#modules/organization/server';
import { createRegistry } from '#platform/model';
import { loadCodeTables, type JobTools, type Store, type TaskActor } from '#platform/server';
import { testDatabase } from '../../../../platform/server/database/test-database.ts';
import { importForms, type ImportOptions } from './import-forms.ts';

const tables = loadCodeTables();

export const tools: JobTools = { progress: () => {}, signal: new AbortController().signal };
export const operator: TaskActor = { id: 'tester', name: '测试员', scope: { kind: 'everything' } };

/** A folder that goes when the test ends. */
export function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty store with the real sets of people and units. */
export async function importStore(): Promise<Store & { folder: string }> {
  const registry = createRegistry([...cadreSets, ...reserveSets, ...organizationSets]);
  return {
    ...(await testDatabase()),
    registry,
    tables,
    projections: [unitProjection, personProjection],
    guards: [verifiedGuard],
  };
}

/** A form of which a test says what it needs. */
export function form(values: Partial<ApprovalForm>): ApprovalForm {
  return {
    ...emptyForm(),
    name: '蒋闻笛',
    sex: '男',
    birth: '197803',
    currentPost: '某区档案馆馆长',
    ...values,
  };
}

/** A folder with these forms as 1.lrmx, 2.lrmx … */
export function folderOf(...forms: Partial<ApprovalForm>[]): string {
  const folder = workFolder();
  mkdirSync(folder, { recursive: true });
  forms.forEach((values, index) => writeFileSync(join(folder, `${index + 1}.lrmx`), writeLrmx(form(values))));
  return folder;
}

export function importFolder(
  store: Store,
  folder: string,
  options: Partial<ImportOptions> = {},
  actor: TaskActor = operator,
) {
  const wanted = { paths: [folder], placement: 'suggested', onAmbiguous: 'refuse', ...options } as const;
  return importForms(store, actor, wanted, tools);
}
