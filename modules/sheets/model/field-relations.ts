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

/** Dates of which the second cannot stand before the first. */
export function datePairs(set: SetDefinition): readonly (readonly [from: string, to: string])[] {
  const { span } = set.time ?? {};
  const own: readonly (readonly [string, string])[] = span ? [[span.from, span.to]] : [];
  return [...own, ...(pairs[set.code] ?? [])];
}

const pairs: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
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
export function lifeDates(set: SetDefinition): readonly string[] {
  const { order, span, visible } = set.time ?? {};
  const keys = [order, span?.from, visible?.from, ...datePairs(set).map(([from]) => from)];
  return [...new Set(keys.filter((key) => key !== undefined))];
}
