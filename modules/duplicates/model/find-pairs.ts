import { checkNationalId } from '#documents/formats';
import { nationalIdKey } from '#modules/exchange';

/** What is known of a person for telling whether two records are one; an empty string is not known. */
export interface Suspect {
  readonly id: string;
  readonly name: string;
  /** The name in pinyin, for names that sound the same. */
  readonly sound: string;
  readonly nationalId: string;
  /** YYYY-MM, or YYYY when only that is known. */
  readonly birth: string;
  readonly sex: string;
  readonly nativePlace: string;
  /** YYYY-MM */
  readonly workStart: string;
}

/** How strongly two records look like one person. */
export type Likeness = 'same-id' | 'same-name-birth' | 'similar';

/** Two records that may be one person; `first` has the smaller id. */
export interface SuspectPair {
  readonly first: string;
  readonly second: string;
  readonly likeness: Likeness;
  /** Why, in words. */
  readonly reason: string;
}

interface Way {
  /** Records of one key are compared with each other; empty compares with nobody. */
  readonly key: (person: Suspect) => string;
  /** What it is when the two are alike; null when they are not. */
  readonly compare: (a: Suspect, b: Suspect) => Pick<SuspectPair, 'likeness' | 'reason'> | null;
}

/**
 * Ways in which two records can be alike, the strongest first. Two different ID numbers that are both right are two people,
 * whatever else is equal.
 */
const ways: readonly Way[] = [
  {
    key: ({ nationalId }) => nationalIdKey(nationalId),
    compare: () => ({ likeness: 'same-id', reason: '身份证号相同' }),
  },
  {
    key: ({ name, birth }) => (birth.length < 7 ? '' : `${name} ${birth}`),
    compare: (a, b) => (areTwo(a, b) ? null : { likeness: 'same-name-birth', reason: '姓名、出生年月相同' }),
  },
  {
    key: ({ name, birth }) => (birth === '' ? '' : `${name} ${birth.slice(0, 4)}`),
    compare: (a, b) => {
      if (areTwo(a, b) || (a.birth === b.birth && a.birth.length === 7)) return null;
      const also = agreeing(a, b);
      const isOpen = a.birth.length < 7 || b.birth.length < 7;
      if (also.length === 0 && !isOpen) return null;
      return { likeness: 'similar', reason: ['姓名、出生年份相同', ...also].join('，') };
    },
  },
  {
    key: ({ sound, birth }) => (birth.length < 7 || sound === '' ? '' : `${sound} ${birth}`),
    compare: (a, b) =>
      a.name === b.name || areTwo(a, b) ? null : { likeness: 'similar', reason: '姓名同音，出生年月相同' },
  },
  {
    key: ({ birth, workStart, nativePlace }) =>
      birth.length < 7 || workStart.length < 7 || nativePlace === ''
        ? ''
        : `${birth} ${workStart} ${nativePlace}`,
    compare: (a, b) =>
      a.name === b.name || areTwo(a, b) || !differInOneSign(a.name, b.name)
        ? null
        : { likeness: 'similar', reason: '姓名仅一字不同，出生年月、参加工作时间、籍贯相同' },
  },
];

/** The most records with one key that are compared with each other: more of them say that the key says nothing. */
const mostOfOneKey = 50;

/** All pairs of records that look like one person, each once by its strongest likeness. */
export function findPairs(people: readonly Suspect[]): SuspectPair[] {
  const pairs = new Map<string, SuspectPair>();
  for (const way of ways) {
    for (const [key, alike] of Map.groupBy(people, way.key)) {
      if (key === '' || alike.length < 2 || alike.length > mostOfOneKey) continue;
      for (const [index, a] of alike.entries()) {
        for (const b of alike.slice(index + 1)) add(pairs, a, b, way);
      }
    }
  }
  return [...pairs.values()];
}

function add(pairs: Map<string, SuspectPair>, a: Suspect, b: Suspect, way: Way): void {
  const [first, second] = a.id < b.id ? [a, b] : [b, a];
  const key = `${first.id} ${second.id}`;
  if (pairs.has(key)) return;
  const found = way.compare(first, second);
  if (found) pairs.set(key, { first: first.id, second: second.id, ...found });
}

/** Are these surely two people: do both have an ID number that is right in itself, and not the same? */
function areTwo(a: Suspect, b: Suspect): boolean {
  const [one, other] = [soundNumber(a), soundNumber(b)];
  return one !== '' && other !== '' && one !== other;
}

/** The number as it is compared; empty when it is none or its check sign is wrong. */
function soundNumber({ nationalId }: Suspect): string {
  if (nationalId === '') return '';
  const check = checkNationalId(nationalId);
  return check.kind !== 'invalid' && check.checksumOk ? nationalIdKey(nationalId) : '';
}

function agreeing(a: Suspect, b: Suspect): string[] {
  const labels = { workStart: '参加工作时间相同', nativePlace: '籍贯相同' } as const;
  const keys = ['workStart', 'nativePlace'] as const;
  return keys.filter((key) => a[key] !== '' && a[key] === b[key]).map((key) => labels[key]);
}

function differInOneSign(a: string, b: string): boolean {
  const [one, other] = [Array.from(a), Array.from(b)];
  if (one.length !== other.length) return false;
  return one.filter((sign, index) => sign !== other[index]).length === 1;
}
