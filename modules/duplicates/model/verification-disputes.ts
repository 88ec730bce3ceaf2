import { printDate, textOf, type RecordRow, type SubjectSets } from '#platform/model';
import { datesAgree, lacksEvidence, settledDates, type SettledDate } from '#modules/cadres';

/** What one of two records has verified of a date. */
export interface Verified {
  readonly row: string;
  /** 1972.11 */
  readonly value: string;
  /** 2019.05.20，区委组织部，《出生日期认定表》; empty when nothing is said. */
  readonly evidence: string;
}

/** A date (三龄) that the two records of a pair have verified differently. */
export interface VerificationDispute {
  /** Of A01. */
  readonly field: string;
  readonly label: string;
  readonly verified: readonly [Verified, Verified];
  /** The side whose verification counts after a merge; null where that cannot be told, so that the pair is not merged. */
  readonly counts: 0 | 1 | null;
  /** What to do, in a sentence. */
  readonly advice: string;
}

/**
 * The dates that two records have verified differently. The later verification counts, as in one record, when it has
 * document, reviewer and date; whichever of the two records is kept.
 */
export function verificationDisputes(first: SubjectSets, second: SubjectSets): VerificationDispute[] {
  const theirs = new Map(settledDates(second).map((settled) => [settled.field, settled]));
  return settledDates(first).flatMap((mine) => {
    const other = theirs.get(mine.field);
    if (!other || other.value === mine.value) return [];
    const later = laterOf(dayOf(mine), dayOf(other));
    const missing = later === null ? [] : lacksEvidence((later === 0 ? mine : other).row);
    // One that is only more exact stands in nobody's way, unless it is to replace the other without evidence.
    if (datesAgree(mine.value, other.value) && missing.length === 0) return [];
    const counts = missing.length === 0 ? later : null;
    const verified = [verifiedOf(mine), verifiedOf(other)] as const;
    return [{ field: mine.field, label: mine.label, verified, counts, advice: adviceFor(later, counts) }];
  });
}

const withdrawing = '撤销认定（填写撤销依据、撤销人和撤销日期）';
const sides = ['左侧', '右侧'] as const;

function adviceFor(later: 0 | 1 | null, counts: 0 | 1 | null): string {
  if (later === null)
    return `两项认定分不出先后，不能合并。请核对干部档案，把有误的一项${withdrawing}后再合并。`;
  const [own, other] = [sides[later], sides[later === 0 ? 1 : 0]];
  return counts === null
    ? `${own}认定日期较近，但没有写全依据材料、认定人，不能代替${other}认定，不能合并。请补填，或者把有误的一项${withdrawing}后再合并。`
    : `合并后以认定日期较近的${own}认定为准，${other}认定留作记录。如果${own}认定有误，请先${withdrawing}再合并。`;
}

/** Why a pair is not merged, for who did not see the page; null when nothing speaks against it. */
export function disputeRefusal(first: SubjectSets, second: SubjectSets): string | null {
  const open = verificationDisputes(first, second).filter(({ counts }) => counts === null);
  if (open.length === 0) return null;
  const said = open.map(({ label, verified: [a, b] }) => `${label}分别认定为 ${a.value} 和 ${b.value}`);
  return `两条记录的认定不同：${said.join('，')}，不能合并。请补填认定依据，或者把有误的一项${withdrawing}后再合并。`;
}

/** Which of two days is the later; null when they are the same, or one leaves open what the other says. */
function laterOf(a: string, b: string): 0 | 1 | null {
  if (a === b || (a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a)))) return null;
  return a > b ? 0 : 1;
}

function dayOf({ row }: SettledDate): string {
  return textOf(row, 'verifiedOn');
}

function verifiedOf({ row, value }: SettledDate): Verified {
  return { row: row.id, value: printDate(value), evidence: evidenceOf(row) };
}

function evidenceOf(row: RecordRow): string {
  const document = textOf(row, 'documentName');
  return [
    printDate(textOf(row, 'verifiedOn')),
    textOf(row, 'reviewer'),
    document === '' || document.startsWith('《') ? document : `《${document}》`,
    textOf(row, 'documentNo'),
  ]
    .filter((part) => part !== '')
    .join('，');
}
