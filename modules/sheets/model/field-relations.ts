import type { SetDefinition } from '#platform/model';

/** Fields that say the same, once in words and once as a code or unit: a sheet may hold only one of them. */
export const linkedFields: Readonly<
  Record<string, readonly { readonly text: string; readonly code: string }[]>
> = {
  A01: [
    { text: 'nativePlaceText', code: 'nativePlaceCode' },
    { text: 'birthPlaceText', code: 'birthPlaceCode' },
  ],
  A02: [{ text: 'orgName', code: 'orgCode' }],
  A06: [{ text: 'titleName', code: 'titleCode' }],
  A08: [
    { text: 'educationName', code: 'educationCode' },
    { text: 'degreeName', code: 'degreeCode' },
  ],
  A14: [{ text: 'name', code: 'code' }],
};

type DatePair = readonly [from: string, to: string];

/** Dates of which the second cannot stand before the first. */
export const datePairs = oncePerSet((set): readonly DatePair[] => {
  const { span } = set.time ?? {};
  return [...(span ? [[span.from, span.to] as const] : []), ...(pairs[set.code] ?? [])];
});

const pairs: Readonly<Record<string, readonly DatePair[]>> = {
  A05: [['approvedOn', 'endedOn']],
  A08: [['enrolledOn', 'graduatedOn']],
  A11: [['startedOn', 'endedOn']],
};

/** Dates of what has happened: they cannot lie ahead. Others may be set beforehand, such as the end of a study. */
export const pastDates: Readonly<Record<string, readonly string[]>> = {
  A01: ['birthDate', 'workStartDate', 'partyJoinDate'],
  A02: ['appointedOn'],
  A05: ['approvedOn'],
  A06: ['acquiredOn'],
  A14: ['approvedOn'],
  A15: ['year'],
  A17: ['startedOn'],
  A36: ['birthDate'],
};

/** Dates by which a person's own life is told: nobody studies or serves before birth. */
export const lifeDates = oncePerSet((set): readonly string[] => {
  const { order, span, visible } = set.time ?? {};
  const keys = [order, span?.from, visible?.from, ...datePairs(set).map(([from]) => from)];
  return [...new Set(keys.filter((key) => key !== undefined))];
});

/** What depends on a set alone is worked out once, not for each of its rows. */
function oncePerSet<Result>(work: (set: SetDefinition) => Result): (set: SetDefinition) => Result {
  const known = new WeakMap<SetDefinition, Result>();
  return (set) => {
    let result = known.get(set);
    if (result === undefined) known.set(set, (result = work(set)));
    return result;
  };
}
