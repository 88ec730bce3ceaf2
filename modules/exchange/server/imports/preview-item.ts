import { createHash } from 'node:crypto';
import { printDateText } from '#documents/formats';
import { textOf, type HistoryLine } from '#platform/model';
import { rowsOf } from '#platform/server';
import type { ImportItem } from '#modules/exchange';
import type { ImportStep } from '../import/import-forms.ts';
import type { KnownPerson } from '../import/known-people.ts';

/** What a preview shows beside file, name and state. */
export type ItemDetails = Pick<ImportItem, 'candidates' | 'differences' | 'problems' | 'unit' | 'unitWords'>;

type Difference = ImportItem['differences'][number];

type ItemRow = [
  n: number,
  file: string,
  name: string,
  state: ImportItem['state'],
  person: string | null,
  details: string,
  basis: string,
  choice: null,
];

/** A form of an import as the preview keeps it. */
export function previewItem(step: ImportStep): ItemRow {
  const { decision } = step;
  const details: ItemDetails = {
    candidates: [],
    differences: [],
    problems: [],
    unit: step.unit,
    unitWords: step.unitWords,
  };
  const name = step.form?.reading.form.name ?? '';
  switch (decision.kind) {
    // A preview is made before anything can be left out.
    case 'left-out':
      return row(step, name, 'refused', null, details);
    case 'refused':
      return row(step, name, 'refused', null, { ...details, problems: [decision.problem] });
    case 'ambiguous': {
      const candidates = decision.candidates.map(({ person, reason }) => ({
        ...candidateOf(person),
        reason,
      }));
      const problems = [...(step.form?.problems ?? [])];
      return row(step, name, 'ambiguous', null, { ...details, candidates, problems });
    }
    case 'planned': {
      const { plan, known } = decision;
      const differences = plan.state === 'updated' ? plan.lines().map(differenceOf) : newcomer(step);
      return row(
        step,
        name,
        plan.state,
        known?.id ?? null,
        { ...details, differences, problems: [...plan.problems] },
        known,
      );
    }
  }
}

function differenceOf({ setLabel, rowTitle, kind, label, before, after }: HistoryLine): Difference {
  if (kind !== 'changed') return { label: `${setLabel}${label}`, before, after };
  return { label: rowTitle === '' ? label : `${setLabel}（${rowTitle}）${label}`, before, after };
}

/** What the operator needs to recognize a new person; the whole form can be read once it is in. */
function newcomer(step: ImportStep): Difference[] {
  const { decision, form } = step;
  if (decision.kind !== 'planned' || decision.plan.state !== 'created' || !form) return [];
  const { sex, birth, nationalId, currentPost } = form.reading.form;
  return [
    { label: '性别', before: '', after: sex },
    { label: '出生年月', before: '', after: printDateText(birth) },
    { label: '身份证号', before: '', after: nationalId },
    { label: '现任职务', before: '', after: currentPost },
  ].filter(({ after }) => after !== '');
}

function row(
  step: ImportStep,
  name: string,
  state: ImportItem['state'],
  person: string | null,
  details: ItemDetails,
  known: KnownPerson | null = null,
): ItemRow {
  return [step.n, step.file, name, state, person, JSON.stringify(details), basisOf(step, state, known), null];
}

/** Equal exactly when applying would do what the preview showed: the same file, the same person, nothing changed. */
function basisOf(step: ImportStep, state: string, known: KnownPerson | null): string {
  const versions = known
    ? Object.entries(known.sets)
        .map(([code, { version }]) => `${code} ${version}`)
        .toSorted()
    : [];
  return createHash('sha256')
    .update(
      JSON.stringify([
        step.file,
        step.form?.source.hash ?? '',
        step.form?.photo?.hash ?? '',
        state,
        known?.id ?? '',
        versions,
      ]),
    )
    .digest('hex');
}

function candidateOf(person: KnownPerson) {
  const record = rowsOf(person.sets)['A01']?.[0];
  return {
    id: person.id,
    name: person.name,
    birth: textOf(record, 'birthDate').slice(0, 7).replace('-', '.'),
    post: textOf(record, 'currentPostFull'),
  };
}
