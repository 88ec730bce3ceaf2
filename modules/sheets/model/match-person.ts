import { checkNationalId, nationalIdKey, readDateText, toHalfWidth } from '#documents/formats';
import { partialDate } from '#platform/model';
import { wrong, type CellProblem } from './cell-reading.ts';
import type { IdentityKey } from './targets.ts';

/** What a row says of its person, as read; an empty string is not said. */
export interface PersonClaim {
  readonly person: string;
  readonly name: string;
  /** As written, without blanks, in upper case. */
  readonly nationalId: string;
  /** 1972 or 1972-11 */
  readonly birth: string;
  readonly unit: string;
}

/** Somebody who may be meant. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly nationalId: string;
  readonly birth: string;
  /** The unit and those above it, by their ids. */
  readonly units: readonly string[];
  readonly unitName: string;
}

/** Whose row it is, or why that is not clear; `at` is the column that is to blame. */
export type PersonMatch =
  | { readonly person: KnownPerson }
  | { readonly at: IdentityKey; readonly problem: CellProblem };

/** A name as it is compared: blanks within (张  三) and the two kinds of the dot do not count. */
export function nameKey(text: string): string {
  return toHalfWidth(text)
    .replace(/\s+/g, '')
    .replace(/[•･‧・∙⋅]/g, '·');
}

/** A number as it is written, without blanks. */
export function nationalIdText(text: string): string {
  return toHalfWidth(text).replace(/[\s']/g, '').toUpperCase();
}

/** A number that is none is compared as it is written. */
const numberKey = (number: string): string => nationalIdKey(number) || number.toUpperCase();

/** The birth of a text to the month; empty when it is no date. */
export function birthMonth(text: string): string {
  const read = readDateText(text);
  if (!read) return '';
  const { season: _season, ...parts } = read;
  return partialDate(parts)?.slice(0, 7) ?? '';
}

/**
 * Decides whose row it is among those who bear the name or the number: by the id of an export, by ID number, else by name
 * and birth, else by name and unit. A name alone decides nothing.
 *
 * @param unitsNamed the units that the row's unit may mean
 */
export function matchPerson(
  claim: PersonClaim,
  people: readonly KnownPerson[],
  unitsNamed: (name: string) => readonly string[],
): PersonMatch {
  if (claim.person !== '') {
    const found = people.find(({ id }) => id === claim.person);
    if (found) return isSaid(claim, found) ? { person: found } : notTheSame(claim, found);
    if (claim.name === '')
      return unknown('@person', '这名干部不在库中，或不在您的管理范围内，可能已被删除。');
  }
  if (claim.name === '' && claim.nationalId === '')
    return { at: '@name', ...wrong('person-missing', '没有填写是哪一名干部，请填写姓名和身份证号。') };
  if (claim.nationalId !== '') {
    const byNumber = matchByNumber(claim, people);
    if (byNumber) return byNumber;
  }
  const namesakes = people.filter(
    (each) => nameKey(each.name) === claim.name && (claim.nationalId === '' || each.nationalId === ''),
  );
  if (namesakes.length === 0) return nobody(claim, candidatesNamed(claim, people));
  const birth = claim.birth || birthMonth(checkNationalId(claim.nationalId).birth ?? '');
  return matchByName({ ...claim, birth }, namesakes, unitsNamed);
}

/** Does the rest of a row with an exported id speak of that person? A name may be corrected where number or birth agree. */
function isSaid(claim: PersonClaim, { name, nationalId, birth }: KnownPerson): boolean {
  if (claim.name === '' || nameKey(name) === claim.name) return true;
  if (claim.nationalId !== '' && nationalId !== '')
    return numberKey(nationalId) === numberKey(claim.nationalId);
  return claim.birth !== '' && agree(birth, claim.birth);
}

function notTheSame(claim: PersonClaim, { name }: KnownPerson): PersonMatch {
  return {
    at: '@name',
    ...wrong(
      'name-differs',
      `这一行的人员标识是“${name}”的，与表中的姓名“${claim.name}”不同，可能是粘贴错行，请核对。`,
    ),
  };
}

function matchByNumber(claim: PersonClaim, people: readonly KnownPerson[]): PersonMatch | null {
  const key = numberKey(claim.nationalId);
  const same = people.filter((each) => each.nationalId !== '' && numberKey(each.nationalId) === key);
  const [only] = same;
  if (only === undefined) {
    const check = checkNationalId(claim.nationalId);
    if (check.kind !== 'invalid' && check.checksumOk && check.birth !== null) return null;
    const what = check.kind === 'invalid' ? '应为 18 位（旧号 15 位）' : '的校验码或出生日期不对';
    return {
      at: '@nationalId',
      ...wrong(
        'bad-national-id',
        `身份证号“${claim.nationalId}”${what}，请核对。${hint(candidatesNamed(claim, people))}`,
      ),
    };
  }
  if (same.length > 1)
    return {
      at: '@nationalId',
      ...wrong('person-unclear', `库中有 ${same.length} 人使用这个身份证号，请先合并重复人员。`),
    };
  if (claim.name !== '' && nameKey(only.name) !== claim.name)
    return {
      at: '@name',
      ...wrong(
        'name-differs',
        `这个身份证号在库中是“${only.name}”，与表中的姓名“${claim.name}”不同，请核对。`,
      ),
    };
  return { person: only };
}

const candidatesNamed = (claim: PersonClaim, people: readonly KnownPerson[]) =>
  people.filter((each) => claim.name !== '' && nameKey(each.name) === claim.name);

function matchByName(
  claim: PersonClaim,
  namesakes: readonly KnownPerson[],
  unitsNamed: (name: string) => readonly string[],
): PersonMatch {
  let possible = namesakes;
  let isTold = false;
  if (claim.birth !== '') {
    possible = possible.filter(({ birth }) => agree(birth, claim.birth));
    isTold = claim.birth.length === 7 && possible.every(({ birth }) => birth.length >= 7);
    if (possible.length === 0)
      return {
        at: '@birth',
        ...wrong(
          'person-unknown',
          `库中的“${claim.name}”出生年月都不是 ${claim.birth.replace('-', '.')}。${hint(namesakes)}`,
        ),
      };
  }
  if (claim.unit !== '' && (possible.length > 1 || !isTold)) {
    const units = unitsNamed(claim.unit);
    const there = possible.filter((each) => units.some((unit) => each.units.includes(unit)));
    if (there.length === 1 && there[0]) return { person: there[0] };
    if (there.length === 0 && !(isTold && possible.length === 1))
      return {
        at: '@unit',
        ...wrong('person-unknown', `“${claim.unit}”及下级机构中没有“${claim.name}”。${hint(possible)}`),
      };
    if (there.length > 1) possible = there;
  }
  const [only] = possible;
  if (isTold && possible.length === 1 && only) return { person: only };
  const why = possible.length > 1 ? `有 ${possible.length} 名同名的干部符合` : '只凭姓名不能确定是哪一名干部';
  return {
    at: '@name',
    ...wrong('person-unclear', `${why}，请补填身份证号，或出生年月、所在单位。${hint(possible)}`),
  };
}

const agree = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length);
  return length > 0 && a.slice(0, length) === b.slice(0, length);
};

function nobody(claim: PersonClaim, namesakes: readonly KnownPerson[]): PersonMatch {
  const who = claim.nationalId === '' ? `“${claim.name}”` : `身份证号“${claim.nationalId}”`;
  return unknown(
    claim.nationalId === '' ? '@name' : '@nationalId',
    `${who}不在库中，或不在您的管理范围内，请核对；新进人员请先登记。${hint(namesakes)}`,
  );
}

function unknown(at: IdentityKey, reason: string): PersonMatch {
  return { at, ...wrong('person-unknown', reason) };
}

/** Who could be meant, at most three. */
function hint(people: readonly KnownPerson[]): string {
  if (people.length === 0) return '';
  const some = people.slice(0, 3).map(({ name, birth, unitName }) => {
    const facts = [birth.replace('-', '.'), unitName].filter((fact) => fact !== '');
    return facts.length === 0 ? name : `${name}（${facts.join('，')}）`;
  });
  return `可能是：${some.join('、')}${people.length > 3 ? `等 ${people.length} 人` : ''}。`;
}
