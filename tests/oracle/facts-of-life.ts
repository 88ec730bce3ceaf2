import { codeList, isWithin, plain } from './code-tables.ts';
import { first, monthNumber, ofMonthNumber, textOf, whenOf, written, type When } from './dates.ts';
import { storedRows, stringOf, visibleRows, type Person, type Row } from './records.ts';
import type { Read } from './facts.ts';

const flag = (value: boolean): string => (value ? '1' : '0');

export function a01(person: Person): Row {
  return storedRows(person, 'A01')[0] ?? {};
}

/** Full years by months, null before the first. */
export function fullYears(from: When | null, on: When): number | null {
  const months = from ? monthNumber(on) - monthNumber(from) : -1;
  return months < 0 ? null : Math.floor(months / 12);
}

export function isFormer(person: Person, on: When): string {
  const [a30 = {}] = storedRows(person, 'A30');
  const [a31 = {}] = storedRows(person, 'A31');
  const ends = [whenOf(a30['exitedOn']), whenOf(a31['approvedOn'])].filter((end) => end !== null);
  if (ends.length > 0) return flag(Math.min(...ends.map(first)) <= first(on));
  const status = stringOf(a01(person)['personStatusCode']);
  if (status !== null && isWithin(codeList('ZB126'), status, '2')) return '1';
  return flag(
    [
      a30['exitMethodCode'],
      a30['destinationOrg'],
      a30['approver'],
      a31['retirementTypeCode'],
      a31['highestPost'],
      a31['approver'],
      a31['approvalDocNo'],
    ].some((value) => stringOf(value) !== null),
  );
}

export function isCurrent(person: Person, on: When): string {
  const start = whenOf(a01(person)['workStartDate']);
  return flag((!start || first(start) <= first(on)) && isFormer(person, on) === '0');
}

export function isParty(person: Person, on: When): string | null {
  const row = a01(person);
  const codes = ['politicalStatusCode', 'secondPartyCode', 'thirdPartyCode'].map((key) => row[key]);
  if (codes.includes('01') || codes.includes('02')) {
    const joined = whenOf(row['partyJoinDate']);
    return flag(!joined || first(joined) <= first(on));
  }
  return stringOf(codes[0]) === null ? null : '0';
}

export function isNonParty(person: Person, on: When): string | null {
  const member = isParty(person, on);
  if (member === null || member === '1') return member === null ? null : '0';
  const row = a01(person);
  const codes = ['politicalStatusCode', 'secondPartyCode', 'thirdPartyCode'].map((key) => row[key]);
  if (codes.includes('01') || codes.includes('02')) return null;
  return flag(codes[0] !== '03');
}

export function isMinority(person: Person): string | null {
  const code = stringOf(a01(person)['ethnicCode']);
  return code === null ? null : flag(code !== '01');
}

const axes = {
  Education: {
    list: 'ZB64',
    steps: ['1', '2', '3', '41', '61'],
    code: 'educationCode',
    name: 'educationName',
  },
  Degree: { list: 'GB6864', steps: ['2', '3', '4'], code: 'degreeCode', name: 'degreeName' },
};

/** Some words that are no label, and the label that they mean. */
const otherWords: Readonly<Record<string, string>> = {
  硕士研究生: '研究生',
  博士研究生: '研究生',
  在职研究生: '研究生',
  在职大学: '大学',
  在职大专: '大专',
  中央党校本科: '中央党校大学',
  MPA: '公共管理硕士专业',
  MBA: '工商管理硕士专业',
  理学士: '理学学士',
  工学士: '工学学士',
  法学士: '法学学士',
  文学士: '文学学士',
};

/** Education that counts on another step than its row of the table says. */
const otherSteps: Readonly<Record<string, string>> = { 中央党校大专: '3', 大学普通班: '3', 中技: '41' };

/** The code that words mean, null when none or several. */
function meaning(axis: keyof typeof axes, words: string): string | null {
  const { spellings } = codeList(axes[axis].list);
  const known = (text: string): string | undefined =>
    spellings.get(text) ?? spellings.get(otherWords[text] ?? '');
  const text = plain(words);
  if (axis === 'Degree') {
    const upper = text.toUpperCase();
    return known(upper) ?? known(upper.replace(/（MPA）|（MBA）/, '').replace(/学位$/, '')) ?? null;
  }
  const [, school] = /^(?:中共)?.{2,3}(?:省|市|自治区党)委党校(.+)$/.exec(text) ?? [];
  const ofProvince = isOfProvince(text) ? `省（区、市）委党校${school === '本科' ? '大学' : school}` : '';
  return known(text) ?? known(ofProvince) ?? otherSteps[words] ?? null;
}

/** Does a text begin with a whole province? Schools of cities below give no such education. */
function isOfProvince(text: string): boolean {
  const { labels, parents } = codeList('GB2260');
  const name = text.replace(/^中共/, '');
  return [...labels].some(([code, label]) => !parents.get(code) && name.startsWith(label));
}

/** 学历 and 学位: of full-time study, in service, or the highest of all. */
export function highest(
  person: Person,
  on: When,
  mode: 'fullTime' | 'inService' | 'highest',
  axis: keyof typeof axes,
): string | null {
  const { list, steps, code, name } = axes[axis];
  const stepOf = (value: string): number => steps.findIndex((head) => isWithin(codeList(list), value, head));
  let best: string | null = null;
  const offer = (value: string | null, isLater: boolean): void => {
    const step = value === null ? -1 : stepOf(value);
    if (step < 0) return;
    const before = best === null ? Infinity : stepOf(best);
    if (step < before || (isLater && step === before)) best = value;
  };
  for (const row of visibleRows(person, 'A08', on)) {
    const type = { fullTime: '1', inService: '2', highest: null }[mode];
    if (type !== null && row['educationTypeCode'] !== type) continue;
    const conferred = axis === 'Degree' ? whenOf(row['degreeConferredOn']) : null;
    if (conferred && first(conferred) > first(on)) continue;
    const words = stringOf(row[name]);
    offer(stringOf(row[code]) ?? (words === null ? null : meaning(axis, words)), true);
  }
  if (best !== null || storedRows(person, 'A08').length > 0) return best;
  for (const each of mode === 'highest' ? ['highest', 'fullTime', 'inService'] : [mode]) {
    const words = stringOf(a01(person)[`${each}${axis}`]);
    if (words !== null) offer(meaning(axis, words), false);
  }
  return best;
}

const codes = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const seniorLevels = codes('1A01 1A02 1A11 1A12 1A21 1A22 1A31 1A32 901 902 903 904 905 906');
const seniorRanks = codes(
  '11 12 13 14 15 16 1B01 1B02 1B03 1B04 1B05 1B06 1C01 1C02 1C03 1C04 1C05 301 302 303 304 305 306 307 ' +
    '401 402 403 404 405 406 407 501 502 503 504 505 506 601 602 603 604 605 606',
);

/** 法定退休时间 by the rule from 2025 on: base in years, the first month of birth that is delayed, step, most. */
export function retirementDate(person: Person, on: When, read: Read): string | null {
  const row = a01(person);
  const born = whenOf(row['birthDate']);
  if (!born?.month || (row['sexCode'] !== '1' && row['sexCode'] !== '2')) return null;
  const isSenior =
    seniorLevels.has(String(read('postLevel'))) ||
    seniorRanks.has(String(read('rank'))) ||
    visibleRows(person, 'A06', on).some((title) => /^..[12]/.test(stringOf(title['titleCode']) ?? ''));
  const category = stringOf(row['personCategoryCode']);
  const isWorker =
    row['staffingTypeCode'] === '4' ||
    (category !== null && ['A0', 'A1', 'A6'].some((head) => isWithin(codeList('ZB125'), category, head)));
  let rule = { base: 60, from: 1965, step: 4, most: 36 };
  if (row['sexCode'] === '2' && !isSenior)
    rule = isWorker
      ? { base: 50, from: 1975, step: 2, most: 60 }
      : { base: 55, from: 1970, step: 4, most: 36 };
  const later = monthNumber(born) - rule.from * 12;
  const delay = later < 0 ? 0 : Math.min(rule.most, Math.floor(later / rule.step) + 1);
  return textOf(ofMonthNumber(monthNumber(born) + rule.base * 12 + delay));
}

export function lastAppraisal(person: Person, on: When): string | null {
  const row = visibleRows(person, 'A15', on).findLast(({ year }) => whenOf(year));
  return row ? stringOf(row['resultCode']) : null;
}

export function excellentYears(person: Person, on: When): number | null {
  const last = on.month === 12 && on.day === 31 ? on.year : on.year - 1;
  const rows = visibleRows(person, 'A15', on).filter(({ year }) => (whenOf(year)?.year ?? 0) > last - 3);
  if (rows.length === 0) return null;
  const isExcellent = ({ resultCode }: Row): boolean =>
    typeof resultCode === 'string' && isWithin(codeList('ZB18'), resultCode, '1');
  return new Set(rows.filter(isExcellent).map(({ year }) => whenOf(year)?.year)).size;
}

export function disciplineUntil(person: Person, on: When): string | null {
  const ends = visibleRows(person, 'A14', on).flatMap((row) => whenOf(row['effectiveUntil']) ?? []);
  const latest = ends.toSorted((a, b) => written(a) - written(b)).at(-1);
  return latest ? textOf(latest) : null;
}
