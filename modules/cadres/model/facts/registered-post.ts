import { dateKey, lowerBound, type DateKey, type PersonReader } from '#engine';
import { yes } from './flag.ts';

const writtenDate = /^(\d{4})(?:[.-]?(\d{2})(?:[.-]?(\d{2}))?)?$/;

/** A date as texts of the form have it: 2023.11, 202311, 2023-11-05. */
function writtenKey(text: string | null): DateKey | null {
  const [, year, month, day] = writtenDate.exec(text?.trim() ?? '') ?? [];
  return year ? dateKey([year, month, day].filter((part) => part).join('-')) : null;
}

/** Does the person have rows of the set, on whatever date? */
export function hasStoredRows(reader: PersonReader, set: string): (person: number) => boolean {
  let found = false;
  const visit = (): void => {
    found = true;
  };
  return (person) => {
    found = false;
    reader.eachStoredRow(set, person, visit);
    return found;
  };
}

/**
 * Does 现任职务 of A01 speak for the posts of a person on the reference date? Only while no post (A02) was entered, because
 * the posts that can be read out of the résumé are suggestions, and only for people who are 在册. The text has no date:
 * it counts from 全称对应的任职时间 on, else from the beginning of the last résumé line that is still open, else on
 * every date.
 */
export function isRegisteredPost(reader: PersonReader, asOf: DateKey): (person: number) => boolean {
  const hasPosts = hasStoredRows(reader, 'A02');
  const text = reader.strings('A01.currentPostFull');
  const since = reader.strings('A01.currentPostSince');
  const isCurrent = reader.fact('isCurrent');
  const lines = reader.rows('A17');
  const start = lines.dates('A17.startedOn');
  const end = lines.dates('A17.endedOn');
  let open: DateKey | null = null;
  const visit = (line: number): void => {
    if (end(line) === null) open = start(line) ?? open;
  };
  return (person) => {
    if (hasPosts(person) || isCurrent(person) !== yes || text(person) === null) return false;
    let begin = writtenKey(since(person));
    if (begin === null) {
      open = null;
      reader.eachStoredRow('A17', person, visit);
      begin = open;
    }
    return begin === null || lowerBound(begin) <= asOf;
  };
}

/** 任现职时间 of the text, where it is written. */
export function registeredSince(reader: PersonReader): (person: number) => DateKey | null {
  const since = reader.strings('A01.currentPostSince');
  return (person) => writtenKey(since(person));
}
