import { textOf, type RecordRow } from '#platform/model';

/** One tag: a name of a kind. */
export interface Tag {
  readonly kind: string;
  readonly name: string;
}

export function isTag(row: RecordRow, { kind, name }: Tag): boolean {
  return textOf(row, 'kindCode') === kind && textOf(row, 'name') === name;
}

/** The rows of TG01 with a tag more; null when it is there already. */
export function withTag(
  rows: readonly RecordRow[],
  id: string,
  tag: Tag,
  said: { readonly note: string; readonly recognizedOn: string },
): RecordRow[] | null {
  if (rows.some((row) => isTag(row, tag))) return null;
  return [
    ...rows,
    {
      id,
      kindCode: tag.kind,
      name: tag.name,
      ...(said.note === '' ? {} : { note: said.note }),
      ...(said.recognizedOn === '' ? {} : { recognizedOn: said.recognizedOn }),
    },
  ];
}

/** The rows without a tag; null when it is not there. */
export function withoutTag(rows: readonly RecordRow[], tag: Tag): RecordRow[] | null {
  return rows.some((row) => isTag(row, tag)) ? rows.filter((row) => !isTag(row, tag)) : null;
}

/**
 * The rows with tags called otherwise; null when none of them is there. Where somebody has the new one already, or
 * several become one, one row stays: the one with the earliest 认定时间, with the 说明 of all.
 */
export function withTagsMerged(
  rows: readonly RecordRow[],
  from: readonly Tag[],
  to: Tag,
): RecordRow[] | null {
  if (!rows.some((row) => from.some((tag) => isTag(row, tag)))) return null;
  const isMeant = (row: RecordRow): boolean => isTag(row, to) || from.some((tag) => isTag(row, tag));
  const meant = rows.filter(isMeant);
  const dated = meant
    .filter((row) => textOf(row, 'recognizedOn') !== '')
    .toSorted((left, right) => textOf(left, 'recognizedOn').localeCompare(textOf(right, 'recognizedOn')));
  const kept = dated[0] ?? meant[0];
  if (!kept) return null;
  const notes = [...new Set(meant.map((row) => textOf(row, 'note')).filter((note) => note !== ''))];
  const merged: RecordRow = {
    ...kept,
    kindCode: to.kind,
    name: to.name,
    ...(notes.length === 0 ? {} : { note: notes.join('；') }),
  };
  return rows.flatMap((row) => (row === kept ? [merged] : isMeant(row) ? [] : [row]));
}
