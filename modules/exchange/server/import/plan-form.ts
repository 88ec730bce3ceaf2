import {
  describeDifference,
  diffRows,
  isSame,
  newId,
  storable,
  textOf,
  type Finding,
  type HistoryLine,
  type RecordRow,
} from '#platform/model';
import { rowsOf, type SetEdit, type Store, type StoredSets } from '#platform/server';
import { familyMemberSet, keepSettled, personDoubts } from '#modules/cadres';
import { mergeForm, type ItemState, type Problem } from '#modules/exchange';
import type { KnownPerson } from './known-people.ts';
import type { ReadFormFile } from './read-form-file.ts';

/** What reading a form into a person would do. */
export interface FormPlan {
  readonly state: Extract<ItemState, 'created' | 'updated' | 'unchanged'>;
  readonly subject: string;
  readonly sets: Readonly<Record<string, SetEdit>>;
  /** The sets as they would be afterwards. */
  readonly after: Readonly<Record<string, readonly RecordRow[]>>;
  /** What becomes different, as people read it; worked out only for who asks. */
  readonly lines: () => HistoryLine[];
  readonly problems: readonly Problem[];
}

/** Fields of the source set that say something about the person; the others only tell where the form came from. */
const sourceContent = ['unknownElements', 'photoText', 'retirementMonth', 'ageLimitText'];

/** Plans a form for a known person, or for a new one. */
export function planForm(
  store: Store,
  form: ReadFormFile,
  known: KnownPerson | null,
  unitName: (id: string) => string,
  today: string,
): FormPlan {
  const stored: StoredSets = known?.sets ?? {};
  const existing = rowsOf(stored);
  const merged = mergeForm({
    reading: form.reading,
    existing,
    tables: store.tables,
    familySet: familyMemberSet,
    photo: form.photo,
  });
  const settled = merged['A01']?.[0] ? keepSettled(existing, merged['A01'][0]) : null;
  if (settled) merged['A01'] = [settled.row];
  merged['SF01'] = [sourceRow(merged['SF01']?.[0], existing['SF01']?.[0], form, today)];
  const sets: Record<string, SetEdit> = {};
  const described: (() => HistoryLine[])[] = [];
  let changed = known === null;
  for (const [code, rows] of Object.entries(merged)) {
    const set = store.registry.get(code);
    const before = existing[code] ?? [];
    const difference = diffRows(set, before, rows);
    if (isSame(difference)) continue;
    sets[code] = { expectedVersion: stored[code]?.version ?? 0, rows };
    if (code === 'SF01') {
      changed ||= sourceContent.some((key) => textOf(before[0], key) !== textOf(rows[0], key));
    } else {
      changed = true;
      // The lines of the résumé repeat its text.
      if (code !== 'A17')
        described.push(() =>
          describeDifference(set, difference, { before, after: rows }, store.tables, unitName),
        );
    }
  }
  const after = { ...existing, ...merged };
  return {
    state: known === null ? 'created' : changed ? 'updated' : 'unchanged',
    subject: known?.id ?? newId(),
    sets: changed ? sets : {},
    after,
    lines: () => described.flatMap((describe) => describe()),
    problems: withoutRepeats([
      ...form.problems,
      ...asProblems(form.file, settled?.kept ?? []),
      ...asProblems(form.file, personDoubts(after, store.tables)),
    ]),
  };
}

function sourceRow(
  merged: RecordRow | undefined,
  existing: RecordRow | undefined,
  { file, reading, fingerprint, source, problems }: ReadFormFile,
  today: string,
): RecordRow {
  const { form } = reading;
  const row: RecordRow = {
    ...merged,
    id: merged?.id ?? existing?.id ?? newId(),
    fileName: storable(file.slice(file.lastIndexOf('/') + 1)),
    format: reading.format,
    fileHash: source.hash,
    readClean: reading.clean ? '1' : '0',
    valuesHash: fingerprint,
    importedOn: today,
    version: form.version,
    unknownElements:
      form.unknownElements.length > 0
        ? JSON.stringify(form.unknownElements)
        : textOf(existing, 'unknownElements'),
    photoText: storable(reading.originalPhotoText ?? textOf(existing, 'photoText')),
    notes: storable(problems.map(({ message }) => message).join('\n')),
  };
  return row;
}

/** The reader of the format and the rules may find the same fault; it is told once. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return [
    ...new Map(
      problems.toReversed().map((problem) => [`${problem.code} ${problem.value}`, problem]),
    ).values(),
  ].toReversed();
}

function asProblems(file: string, findings: readonly Finding[]): Problem[] {
  return findings.map(({ code, field, value, message }) => ({
    file,
    level: 'warning',
    code,
    field,
    value,
    message,
  }));
}
