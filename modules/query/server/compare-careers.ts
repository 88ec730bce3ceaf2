import {
  displayValue,
  monthNumber,
  sortedRows,
  textOf,
  type RecordRow,
  type SubjectSets,
  type UnitNames,
} from '#platform/model';
import type { Store } from '#platform/server';
import type { CareerData } from '#modules/query';

interface Piece {
  readonly from: string;
  readonly to: string | null;
}

/** 已免: a row with this status and without an end lasts no time that is known. */
const over = '0';

/** What somebody did until the reference date: rows that begin later, and ends that come later, are not known yet. */
export function careerOf(store: Store, sets: SubjectSets, unitName: UnitNames, asOf: string): CareerData {
  const text = (set: string, key: string, row: RecordRow): string => {
    const field = store.registry.field(`${set}.${key}`)?.field;
    return field ? displayValue(field, row, store.tables, unitName) : '';
  };
  const rowsIn = (set: string): readonly RecordRow[] => sortedRows(store.registry.get(set), sets[set] ?? []);
  const resume = rowsIn('A17').flatMap((row) =>
    piece(row, 'startedOn', 'endedOn', asOf).map((span) => ({ ...span, text: textOf(row, 'text') })),
  );
  const posts = rowsIn('A02').flatMap((row) =>
    piece(row, 'appointedOn', 'removedOn', asOf, 'tenureStatusCode').map((span) => ({
      ...span,
      unit: unitName(textOf(row, 'orgCode')) || textOf(row, 'orgName'),
      title: textOf(row, 'postTitle'),
      level: text('A02', 'positionLevelCode', row),
    })),
  );
  const steps = (kind: string) =>
    closed(
      rowsIn('A05')
        .filter((row) => textOf(row, 'kind') === kind)
        .flatMap((row) =>
          piece(row, 'approvedOn', 'endedOn', asOf).map((span) => ({
            ...span,
            label: text('A05', 'levelOrRankCode', row),
          })),
        )
        .toSorted(byBeginning),
    );
  return {
    resume: resume.toSorted(byBeginning),
    posts: posts.toSorted(byBeginning),
    levels: steps('0'),
    ranks: steps('1'),
  };
}

/** A row with a beginning, unless that is after the reference date or its end is not known. */
function piece(row: RecordRow, begin: string, end: string, asOf: string, status?: string): Piece[] {
  const from = textOf(row, begin);
  const to = textOf(row, end);
  if (monthNumber(from) === null || from > asOf) return [];
  if (to === '' && status !== undefined && textOf(row, status) === over) return [];
  return [{ from, to: to === '' || to > asOf ? null : to }];
}

/** A level lasts until its end, or else until the next one begins. */
function closed<P extends Piece>(pieces: readonly P[]): P[] {
  return pieces.map((each, index) => ({ ...each, to: each.to ?? pieces[index + 1]?.from ?? null }));
}

function byBeginning(a: Piece, b: Piece): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}
