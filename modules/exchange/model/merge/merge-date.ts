import { readDateText } from '#documents/formats';
import { isLessExact, partialDate } from '#platform/model';

/** A date with its original spelling; both empty when nothing is known. */
export interface SpeltDate {
  readonly value: string;
  readonly written: string;
}

/**
 * A date after a form was read. Forms give months: a date that is known to the day already stays when its month is the
 * same. Words that are no date, a season, and a spelling that is not plain digits are kept beside the value; a season
 * says more than the bare year that stands for it.
 */
export function mergeDate(stored: SpeltDate, canonical: string, original: string): SpeltDate {
  const value = dateOf(original) ?? dateOf(canonical) ?? '';
  const spelling = original === '' ? canonical : original;
  const newSeason = stored.value === value && isSeason(spelling) && spelling !== stored.written;
  if (value !== '' && !newSeason && (stored.value === value || isLessExact(value, stored.value)))
    return stored;
  return { value, written: value !== '' && /^\d+$/.test(spelling) ? '' : spelling };
}

/** A readable date in the precision in which it is written; null for words. */
export function dateOf(text: string): string | null {
  const read = text === '' ? null : readDateText(text);
  return read ? partialDate(read) : null;
}

function isSeason(spelling: string): boolean {
  return /[春夏秋冬初中底]/.test(spelling);
}
