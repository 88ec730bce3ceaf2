import { readPartyJoin } from '#documents/formats';
import {
  datePartsOf,
  isLessExact,
  partialDate,
  printDate,
  sortedRows,
  textOf,
  type Finding,
  type PartialDate,
  type RecordRow,
  type SubjectSets,
} from '#platform/model';
import { personSet } from '../sets/a01-person.ts';
import { verifiedFactSet } from '../sets/vf01-verified-fact.ts';
import { isWithdrawn, lacksEvidence, unkeptVerifications } from './kept-verifications.ts';

/** 三龄: the dates of A01 that are verified against the file (VF01-FACT), and what each is called. */
const verifiedDates = [
  { fact: '1', field: 'birthDate', label: '出生日期' },
  { fact: '2', field: 'workStartDate', label: '参加工作时间' },
  { fact: '3', field: 'partyJoinDate', label: '入党时间' },
] as const;

/** A field of A01 whose value is settled. */
export interface SettledDate {
  readonly field: string;
  readonly label: string;
  readonly value: PartialDate;
  readonly row: RecordRow;
}

const written = /^(\d{4})[年.．/-]?(\d{1,2})?[月.．/-]?(\d{1,2})?日?$/u;

/** 1972年11月, 1972.11, 197211, 1972-11-05 as a partial date; null when it is none. */
function dateOf(text: string): PartialDate | null {
  const compact = /^(\d{4})(\d{2})(\d{2})?$/.exec(text.trim());
  const [, year, month, day] = compact ?? written.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  const parts = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined);
  const known = datePartsOf(parts.join('-'));
  return known === null ? null : partialDate(known);
}

/**
 * The dates that the newest verification of each fact settles. One that was withdrawn, or whose result is no date, settles
 * nothing and leaves what an older one says.
 */
export function settledDates(sets: SubjectSets): SettledDate[] {
  const rows = sortedRows(verifiedFactSet, sets['VF01'] ?? []).filter((row) => !isWithdrawn(row));
  return verifiedDates.flatMap(({ fact, field, label }) => {
    for (const row of rows) {
      const value = textOf(row, 'factCode') === fact ? dateOf(textOf(row, 'verifiedValue')) : null;
      if (value !== null) return [{ field, label, value, row }];
    }
    return [];
  });
}

/** Do two dates say the same, one perhaps less exactly? */
export function datesAgree(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/**
 * What speaks against a change: a verification that is deleted, overwritten, half withdrawn or overruled by one without
 * document, reviewer and date; and a verified date that becomes another than the verified one, or less exact. A new verification
 * in the same change settles the new date. An undo takes verifications back as it takes everything back, and leaves no
 * verified date changed behind either.
 */
export function unverifiedChanges(
  before: SubjectSets,
  after: SubjectSets,
  act: 'work' | 'undo' = 'work',
): Finding[] {
  const weaker =
    act === 'undo' ? [] : [...unkeptVerifications(before, after), ...overruledBarely(before, after)];
  return [...weaker, ...changedDates(before, after, act)];
}

/** A new verification that says something else than the one that counted, without what it rests on. */
function overruledBarely(before: SubjectSets, after: SubjectSets): Finding[] {
  const counted = new Map(settledDates(before).map((settled) => [settled.field, settled]));
  const known = new Map((before['VF01'] ?? []).map((row) => [row.id, JSON.stringify(row)]));
  return settledDates(after).flatMap(({ field, value, row }) => {
    const old = counted.get(field);
    const isNew = known.get(row.id) !== JSON.stringify(row);
    return old && isNew && old.value !== value ? lacksEvidence(row) : [];
  });
}

function changedDates(before: SubjectSets, after: SubjectSets, act: 'work' | 'undo'): Finding[] {
  const [old, row] = [before['A01']?.[0], after['A01']?.[0]];
  if (!old && !row) return [];
  return settledDates(after).flatMap((settled) =>
    fieldsOf(settled).flatMap((field) => {
      if (textOf(row, field) === textOf(old, field)) return [];
      const [was, now] = [dateIn(settled, old, field), dateIn(settled, row, field)];
      if (!saysSettled(settled, row, field)) return [refusal(settled, row ?? old, field, now)];
      return saysLess(settled.value, was, now, act) ? [refusal(settled, row ?? old, field, now, was)] : [];
    }),
  );
}

/**
 * Would a date lose its month or day? What the verification says word for word may always be written. An undo goes back to
 * what stood before, as long as that is no less exact than the verification.
 */
function saysLess(settled: PartialDate, was: string, now: string, act: 'work' | 'undo'): boolean {
  if (!isLessExact(now, was)) return false;
  return act === 'undo' ? isLessExact(now, settled) : now !== settled;
}

/** Does a row of A01 say of a field what the verifications settle? null where they settle nothing. */
export function isAsVerified(sets: SubjectSets, row: RecordRow | undefined, field: string): boolean | null {
  const date = verifiedDateOf(sets, row, field);
  return date === null ? null : date !== '';
}

/**
 * The date that a row of A01 holds in a field which the verifications settle, perhaps less or more exact than they say it;
 * empty where it holds none or another, null where they settle nothing.
 */
export function verifiedDateOf(
  sets: SubjectSets,
  row: RecordRow | undefined,
  field: string,
): PartialDate | null {
  const settled = settledDates(sets).find((each) => fieldsOf(each).includes(field));
  if (!settled) return null;
  return saysSettled(settled, row, field) ? dateIn(settled, row, field) : '';
}

function saysSettled(settled: SettledDate, row: RecordRow | undefined, field: string): boolean {
  const date = dateIn(settled, row, field);
  return date !== '' && datesAgree(date, settled.value);
}

/** The date that a field of A01 holds, as date or in words; empty when there is none. */
function dateIn(settled: SettledDate, row: RecordRow | undefined, field: string): string {
  const text = textOf(row, field);
  return field === settled.field ? text : (dateOf(readPartyJoin(text).joined ?? '') ?? '');
}

/** 入党时间 stands in A01 as a date and, as it prints, as a text. */
function fieldsOf({ field }: SettledDate): readonly string[] {
  return field === 'partyJoinDate' ? [field, 'partyJoinText'] : [field];
}

/** @param exact the date as it stands, where the other one only says less */
function refusal(
  settled: SettledDate,
  row: RecordRow | undefined,
  field: string,
  date: string,
  exact = '',
): Finding {
  const basis = textOf(settled.row, 'documentName');
  const decided = `${settled.label}已认定为 ${printDate(settled.value)}${basis === '' ? '' : `（依据：${basis}）`}`;
  const than = exact === '' ? '' : `比现有的 ${printDate(exact)} 笼统的`;
  const wanted = date === '' ? '空' : `${than} ${printDate(date)}`;
  return {
    level: 'error',
    code: 'verified-fact',
    set: personSet.code,
    row: row?.id ?? '',
    field,
    value: textOf(row, field),
    message: `${decided}，不能改为${wanted}；确需更改的，请先重新认定。`,
  };
}

/**
 * The row of A01 that a file brings, with every settled date as it stood: files of other offices do not overrule a
 * verification. `kept` tells what was left out.
 */
export function keepSettled(
  before: SubjectSets,
  row: RecordRow,
): { readonly row: RecordRow; readonly kept: readonly Finding[] } {
  const found = unverifiedChanges(before, { ...before, A01: [row] });
  if (found.length === 0) return { row, kept: [] };
  const old = before['A01']?.[0];
  const { asWritten: spellings, ...values } = row;
  const next: Record<string, unknown> = { ...values };
  const asWritten = { ...spellings };
  for (const { field } of found) {
    next[field] = old?.[field] ?? null;
    delete asWritten[field];
    const spelling = old?.asWritten?.[field];
    if (spelling !== undefined) asWritten[field] = spelling;
  }
  const kept = found.map((finding): Finding => {
    const decided = finding.message.slice(0, finding.message.lastIndexOf('，不能改为'));
    const message = `${decided}，来件中的“${finding.value}”没有采用。`;
    return { ...finding, level: 'warning', code: 'verified-kept', message };
  });
  const settled = Object.keys(asWritten).length > 0 ? { ...next, asWritten } : next;
  return { row: settled as RecordRow, kept };
}
