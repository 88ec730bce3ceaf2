import { nationalIdKey, readDateText, type ApprovalForm } from '#documents/formats';
import { codeEthnic, codeSex } from '#modules/cadres';
import { partialDate, textOf, type CodeTables, type RecordRow } from '#platform/model';

/** What tells people apart. An empty string is not known. */
export interface Identity {
  readonly name: string;
  /** Eighteen digits; a number of fifteen is brought to that form. */
  readonly nationalId: string;
  /** YYYY-MM, or YYYY when only that is known. */
  readonly birth: string;
  readonly sex: string;
  readonly ethnic: string;
  readonly nativePlace: string;
  /** YYYY-MM */
  readonly workStart: string;
}

export interface Candidate<T> {
  readonly identity: Identity;
  readonly person: T;
}

/** Whose form it is. */
export type Match<T> =
  | { readonly kind: 'new' }
  | { readonly kind: 'known'; readonly person: T }
  | {
      readonly kind: 'ambiguous';
      readonly candidates: readonly { readonly person: T; readonly reason: string }[];
    };

export function identityOfForm(form: ApprovalForm, tables: CodeTables): Identity {
  return {
    name: form.name,
    nationalId: nationalIdKey(form.nationalId),
    birth: monthOf(form.birth),
    sex: codeSex(form.sex, tables) ?? '',
    ethnic: codeEthnic(form.ethnicGroup, tables) ?? '',
    nativePlace: form.nativePlace,
    workStart: monthOf(form.workStart),
  };
}

export function identityOfRecord(row: RecordRow | undefined): Identity {
  return {
    name: textOf(row, 'name'),
    nationalId: nationalIdKey(textOf(row, 'nationalId')),
    birth: textOf(row, 'birthDate').slice(0, 7),
    sex: textOf(row, 'sexCode'),
    ethnic: textOf(row, 'ethnicCode'),
    nativePlace: textOf(row, 'nativePlaceText'),
    workStart: textOf(row, 'workStartDate').slice(0, 7),
  };
}

/**
 * Decides whose form it is: by ID number; without one by name and birth month when nothing contradicts. Two different
 * numbers are two people whatever else is equal, and a name alone decides nothing.
 */
export function matchPerson<T>(form: Identity, people: readonly Candidate<T>[]): Match<T> {
  if (form.nationalId !== '') {
    const same = people.filter(({ identity }) => identity.nationalId === form.nationalId);
    if (same.length === 1 && same[0]) return { kind: 'known', person: same[0].person };
    if (same.length > 1) return ambiguous(same, () => `库中有 ${same.length} 人使用同一身份证号`);
  }
  const namesakes = people.filter(
    ({ identity }) => identity.name === form.name && (form.nationalId === '' || identity.nationalId === ''),
  );
  const possible = namesakes.filter(({ identity }) => mayBeBornTogether(identity.birth, form.birth));
  if (possible.length === 0) return { kind: 'new' };
  const [only] = possible;
  if (possible.length === 1 && only && doubtAbout(form, only.identity) === '') {
    return { kind: 'known', person: only.person };
  }
  return ambiguous(possible, ({ identity }) => {
    const doubt = doubtAbout(form, identity);
    return doubt === '' ? `姓名、出生年月相同的共 ${possible.length} 人` : doubt;
  });
}

function ambiguous<T>(
  candidates: readonly Candidate<T>[],
  reason: (candidate: Candidate<T>) => string,
): Match<T> {
  return {
    kind: 'ambiguous',
    candidates: candidates.map((candidate) => ({ person: candidate.person, reason: reason(candidate) })),
  };
}

/** False only when both births are known and differ. */
function mayBeBornTogether(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) === b.slice(0, length);
}

/** Why two with the same name are not surely one; empty when they are. */
function doubtAbout(form: Identity, known: Identity): string {
  if (form.birth.length < 7 || known.birth.length < 7) return '姓名相同，但出生年月不全，无法确认是否同一人';
  const labels = { sex: '性别', ethnic: '民族', nativePlace: '籍贯', workStart: '参加工作时间' } as const;
  for (const key of Object.keys(labels) as (keyof typeof labels)[]) {
    if (form[key] !== '' && known[key] !== '' && form[key] !== known[key]) {
      return `姓名、出生年月相同，但${labels[key]}不同`;
    }
  }
  return '';
}

function monthOf(text: string): string {
  const read = readDateText(text);
  return read ? (partialDate(read)?.slice(0, 7) ?? '') : '';
}
