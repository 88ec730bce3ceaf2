import { dateKey, type DateKey } from '#engine';
import {
  sortedRows,
  textOf,
  valueOf,
  type RecordRow,
  type SetDefinition,
  type SubjectSets,
} from '#platform/model';
import { cadreSets, type RuleBook } from '#modules/cadres';
import { always, never, type Career, type CareerPost, type Role } from './career.ts';
import { firstDay } from './held.ts';
import type { QuotaRules } from './rules/quota-rules.ts';
import type { StandingCodes } from './standing.ts';

/** What careers are read with. */
export interface CareerRules {
  readonly rules: QuotaRules;
  readonly book: RuleBook;
  readonly codes: StandingCodes;
}

/** Sets whose rows make a career. */
export const careerSets: readonly string[] = ['A01', 'A02', 'A05', 'A29', 'A30', 'A31'];

/** Columns of which one is filled in where somebody left, whatever is known of when. */
export const signsOfLeaving: readonly string[] = [
  'A30.exitMethodCode',
  'A30.destinationOrg',
  'A30.approver',
  'A31.retirementTypeCode',
  'A31.highestPost',
  'A31.approver',
  'A31.approvalDocNo',
];

/** Does one of the texts name an attachment? */
export function namesAttachment(words: readonly string[], texts: readonly string[]): boolean {
  return texts.some((text) => words.some((word) => text.includes(word)));
}

/** The career that the records of a person tell. */
export function careerFromRecords(sets: SubjectSets, tools: CareerRules): Career {
  const row = (set: string): RecordRow | undefined => sets[set]?.[0];
  const person = row('A01');
  const entry = textOf(row('A29'), 'entryTypeCode');
  return {
    posts: inTime('A02', 'appointedOn', sets).map((each) => postFrom(each, tools)),
    standings: inTime('A05', 'approvedOn', sets).map((each) => {
      const code = textOf(each, 'levelOrRankCode') || null;
      return {
        kind: tools.codes.kindOf(code, textOf(each, 'kind') === '1'),
        code,
        from: dateOf(each, 'approvedOn'),
        to: dateOf(each, 'endedOn'),
        hasEnded: textOf(each, 'statusCode') === '0',
      };
    }),
    level: {
      code: textOf(person, 'positionLevelCode') || null,
      since: dateOf(person, 'positionLevelSince'),
    },
    rank: { code: textOf(person, 'rankCode') || null, since: dateOf(person, 'rankSince') },
    home: textOf(person, 'statisticalOrgCode') || null,
    workStart: dateOf(person, 'workStartDate'),
    leftOn: leftOn(
      dateOf(row('A30'), 'exitedOn'),
      dateOf(row('A31'), 'approvedOn'),
      textOf(person, 'personStatusCode').startsWith('2') ||
        signsOfLeaving.some((name) => textOf(row(name.slice(0, 3)), name.slice(4)) !== ''),
    ),
    isExMilitary: tools.rules.exMilitary.value.words.some((word) => entry.includes(word)),
  };
}

/** From which day on somebody has left; by the earlier of two dates, and without any by the signs of it. */
export function leftOn(exited: DateKey | null, retired: DateKey | null, isGone: boolean): DateKey {
  if (exited === null && retired === null) return isGone ? always : never;
  return firstDay(Math.min(exited ?? never, retired ?? never));
}

function postFrom(row: RecordRow, { rules, book }: CareerRules): CareerPost {
  const [title, reason, kind] = ['postTitle', 'changeReason', 'changeTypeCode'].map((key) =>
    textOf(row, key),
  );
  const role = textOf(row, 'teamMemberTypeCode');
  const texts = [title ?? '', reason ?? ''];
  const givesNoLevel = namesAttachment(book.attachment.value.words, texts);
  return {
    id: row.id,
    unit: textOf(row, 'orgCode') || null,
    orgName: textOf(row, 'orgName'),
    title: title ?? '',
    from: dateOf(row, 'appointedOn'),
    to: dateOf(row, 'removedOn'),
    hasEnded: textOf(row, 'tenureStatusCode') === '0',
    role: isRole(role) ? role : null,
    slot: textOf(row, 'slotId') || null,
    level: textOf(row, 'positionLevelCode') || null,
    isLeading: textOf(row, 'isLeadershipPost') === '1',
    isPrimary: textOf(row, 'isPrimary') === '1',
    order: numberOf(row, 'personalOrder'),
    teamOrder: numberOf(row, 'teamOrder'),
    isAttached: givesNoLevel || namesAttachment(rules.attachment.value.words, [...texts, kind ?? '']),
    givesNoLevel,
    isExempt: textOf(row, 'occupiesHeadcount') === '1',
    exemptReason: textOf(row, 'notCountedReason'),
    exemptDocNo: textOf(row, 'notCountedDocNo'),
    exemptApprover: textOf(row, 'notCountedApprover'),
  };
}

export function isRole(code: string | null): code is Role {
  return code === '1' || code === '3' || code === 'Z';
}

/** Rows by their beginnings as tables keep them, ties in the order of the exports. */
function inTime(code: string, from: string, sets: SubjectSets): RecordRow[] {
  const set = cadreSets.find((each): each is SetDefinition => each.code === code);
  const rows = sets[code] ?? [];
  const sorted = set ? sortedRows(set, rows) : rows;
  return sorted.toSorted((a, b) => (dateOf(a, from) ?? 0) - (dateOf(b, from) ?? 0));
}

export function dateOf(row: RecordRow | undefined, key: string): DateKey | null {
  return dateKey(textOf(row, key));
}

export function numberOf(row: RecordRow | undefined, key: string): number | null {
  const value = row === undefined ? null : valueOf(row, key);
  return typeof value === 'number' ? value : null;
}
