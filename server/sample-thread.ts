import type { RecordRow } from '#platform/model';
import { prepareNew, serveAhead, type SubjectEdit, type WrittenSubject } from '#platform/server';
import { generateDistrict, type SampleSubject } from '#fixtures/district';
import { loadDefinitions } from './open-store.ts';

export interface SampleOptions {
  readonly persons: number;
  readonly seed: number;
}

/** What the thread is started with. */
export interface SampleInput {
  readonly options: SampleOptions;
  /** The hashes of the stored portraits. */
  readonly portraits: readonly string[];
}

const batchSize = 100;

/** Invents the district and makes everybody ready to be written. */
function* prepareDistrict({ options, portraits }: SampleInput): Generator<WrittenSubject[]> {
  const definitions = loadDefinitions();
  let batch: SubjectEdit[] = [];
  for (const subject of generateDistrict(options)) {
    batch.push(editOf(subject, portraits[subject.portrait ?? -1]));
    if (batch.length < batchSize) continue;
    yield prepareNew(definitions, batch);
    batch = [];
  }
  yield prepareNew(definitions, batch);
}

function editOf(subject: SampleSubject, portrait: string | undefined): SubjectEdit {
  const sets = Object.entries(subject.sets).map(
    ([code, rows]) => [code, { expectedVersion: 0, rows: rows as RecordRow[] }] as const,
  );
  const photo = portrait
    ? [
        [
          'A57',
          {
            expectedVersion: 0,
            rows: [{ id: photoId(subject.id), data: portrait, mediaType: 'image/jpeg' }],
          },
        ] as const,
      ]
    : [];
  return {
    subject: subject.id,
    kind: subject.kind,
    event: 'create',
    sets: Object.fromEntries([...sets, ...photo]),
  };
}

/** The ids of a sample number their subject's rows; the last number is the photo's, so the same seed gives the same. */
function photoId(subject: string): string {
  return `${subject.slice(0, 15)}fff${subject.slice(18)}`;
}

serveAhead(prepareDistrict);
