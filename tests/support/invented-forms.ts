import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyForm, writeLrmx, type ApprovalForm } from '#documents/formats';
import { generateDistrict, loadPortraits } from '#fixtures/district';
import { formFromSets } from '#modules/cadres';
import type { SubjectSets } from '#platform/model';
import { loadCodeTables } from '#platform/server';

/** The forms of the first people of a sample district, each with its portrait. */
export function districtForms(persons: number): ApprovalForm[] {
  const tables = loadCodeTables();
  const portraits = loadPortraits();
  return [...generateDistrict({ persons, seed: 7 })]
    .filter(({ kind }) => kind === 'person')
    .map(({ sets, portrait }) => ({
      ...formFromSets(sets as SubjectSets, tables).form,
      photo: portraits[portrait ?? -1] ?? null,
    }));
}

/** A small form of which a test says what it needs. */
export function smallForm(values: Partial<ApprovalForm>): ApprovalForm {
  return {
    ...emptyForm(),
    sex: '男',
    birth: '197803',
    ethnicGroup: '汉族',
    nativePlace: '河北正定',
    workStart: '200007',
    currentPost: '某区档案馆馆长',
    ...values,
  };
}

/** Writes forms as .lrmx files into a folder, under names that tell nothing. */
export function writeForms(folder: string, forms: readonly ApprovalForm[]): void {
  forms.forEach((form, index) => {
    writeFileSync(join(folder, `${String(index).padStart(4, '0')}.lrmx`), writeLrmx(form));
  });
}
