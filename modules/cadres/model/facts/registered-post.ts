import { dateKey, lowerBound, type DateKey, type Fact, type PersonReader } from '#engine';
import { yes } from './flag.ts';

const writtenDate = /^(\d{4})(?:[.-]?(\d{2})(?:[.-]?(\d{2}))?)?$/;

/** A date as texts of the form have it: 2023.11, 202311, 2023-11-05. */
function writtenKey(text: string | null): DateKey | null {
  const [, year, month, day] = writtenDate.exec(text?.trim() ?? '') ?? [];
  return year ? dateKey([year, month, day].filter((part) => part).join('-')) : null;
}

/** Does the person have rows of the set, on whatever date? */
export function hasStoredRows(reader: PersonReader, set: string): (person: number) => boolean {
  const eachRow = reader.eachStoredRow(set);
  let found = false;
  const visit = (): void => {
    found = true;
  };
  return (person) => {
    found = false;
    eachRow(person, visit);
    return found;
  };
}

/**
 * Since when 现任职务 of A01 counts: the text itself has no date. It counts from 全称对应的任职时间 on, else from the
 * beginning of the last résumé line that is still open, else, with null, on every date. Of people whose posts (A02) were
 * entered nothing is asked.
 */
export const registeredPostFrom: Fact = {
  of: 'person',
  name: 'registeredPostFrom',
  label: '现任职务（文字）自何时起',
  kind: 'date',
  hidden: true,
  stepwise: true,
  bind(reader) {
    const hasPosts = hasStoredRows(reader, 'A02');
    const since = reader.strings('A01.currentPostSince');
    const eachLine = reader.eachStoredRow('A17');
    const lines = reader.rows('A17');
    const start = lines.dates('A17.startedOn');
    const end = lines.dates('A17.endedOn');
    let open: DateKey | null = null;
    const visit = (line: number): void => {
      if (end(line) === null) open = start(line) ?? open;
    };
    return (person) => {
      if (hasPosts(person)) return null;
      const written = writtenKey(since(person));
      if (written !== null) return written;
      open = null;
      eachLine(person, visit);
      return open;
    };
  },
};

/**
 * Does 现任职务 of A01 speak for the posts of a person on the reference date? Only while no post (A02) was entered, because
 * the posts that can be read out of the résumé are suggestions, and only for people who are 在册.
 */
export function isRegisteredPost(reader: PersonReader, asOf: DateKey): (person: number) => boolean {
  const hasPosts = hasStoredRows(reader, 'A02');
  const text = reader.strings('A01.currentPostFull');
  const from = reader.fact(registeredPostFrom.name);
  const isCurrent = reader.fact('isCurrent');
  return (person) => {
    if (hasPosts(person) || isCurrent(person) !== yes || text(person) === null) return false;
    const begin = from(person);
    return typeof begin !== 'number' || lowerBound(begin) <= asOf;
  };
}

/** 任现职时间 of the text, where it is written. */
export function registeredSince(reader: PersonReader): (person: number) => DateKey | null {
  const since = reader.strings('A01.currentPostSince');
  return (person) => writtenKey(since(person));
}
