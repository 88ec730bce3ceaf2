import type { generateDistrict, SampleRow } from '#fixtures/district';

/**
 * Figures worked out from the records by plain loops, without the engine and its facts: what tables are compared with.
 * It knows what occurs in the sample district, no more.
 */
type Subject = ReturnType<typeof generateDistrict> extends Iterable<infer S> ? S : never;

export interface NaivePerson {
  readonly id: string;
  readonly sex: string;
  readonly age: number;
  readonly birth: string;
  readonly isMinority: boolean;
  readonly isParty: boolean;
  /** The post in a team: its unit and role, null without one. */
  readonly team: { readonly unit: string; readonly role: string } | null;
  readonly held: readonly SampleRow[];
}

/** A value as text, '' where there is none. */
export function text(row: SampleRow | undefined, key: string): string {
  const value = row?.[key];
  return typeof value === 'string' ? value : '';
}

/** Everybody who is 在职 on the day. */
export function servingPeople(subjects: readonly Subject[], asOf: string): NaivePerson[] {
  return subjects.flatMap(({ id, kind, sets }) => {
    if (kind !== 'person') return [];
    const rows = (set: string): readonly SampleRow[] => sets[set] ?? [];
    const a01 = rows('A01')[0];
    const left = [text(rows('A30')[0], 'exitedOn'), text(rows('A31')[0], 'approvedOn')].filter(Boolean);
    const gone =
      left.length > 0 ? left.some((date) => date <= asOf) : text(a01, 'personStatusCode').startsWith('2');
    const started = text(a01, 'workStartDate');
    if (gone || (started !== '' && started > asOf)) return [];
    const held = rows('A02').filter((row) =>
      isHeld(row, 'appointedOn', 'removedOn', 'tenureStatusCode', asOf),
    );
    const levels = rows('A05').filter((row) => isHeld(row, 'approvedOn', 'endedOn', 'statusCode', asOf));
    const isRegistered = rows('A02').length === 0 && text(a01, 'currentPostFull') !== '';
    if (held.length + levels.length === 0 && !isRegistered) return [];
    const birth = text(a01, 'birthDate');
    const months =
      Number(asOf.slice(0, 4)) * 12 +
      Number(asOf.slice(5, 7)) -
      Number(birth.slice(0, 4)) * 12 -
      Number(birth.slice(5, 7));
    const party = text(a01, 'partyJoinDate');
    const isMember = ['01', '02'].includes(text(a01, 'politicalStatusCode'));
    return [
      {
        id,
        sex: text(a01, 'sexCode'),
        age: Math.floor(months / 12),
        birth,
        isMinority: !['', '01'].includes(text(a01, 'ethnicCode')),
        isParty: isMember && (party === '' || party <= asOf),
        team: teamOf(held),
        held,
      },
    ];
  });
}

function isHeld(row: SampleRow, from: string, to: string, status: string, asOf: string): boolean {
  const [begun, over] = [text(row, from), text(row, to)];
  if (begun !== '' && begun > asOf) return false;
  return over === '' ? text(row, status) !== '0' : begun !== '' && over > asOf;
}

function teamOf(held: readonly SampleRow[]): NaivePerson['team'] {
  const order = (row: SampleRow): number =>
    Number(row['personalOrder'] ?? 1e6) - (text(row, 'isPrimary') === '1' ? 1e7 : 0);
  const sorted = held.toSorted(
    (a, b) => order(a) - order(b) || (text(a, 'appointedOn') < text(b, 'appointedOn') ? 1 : -1),
  );
  const roleOf = (row: SampleRow): number =>
    text(row, 'isTeamMember') === '0' ? -1 : ['1', '3', 'Z'].indexOf(text(row, 'teamMemberTypeCode'));
  const [main] = sorted;
  const inTeams = held.filter((row) => roleOf(row) >= 0).toSorted((a, b) => roleOf(a) - roleOf(b));
  const place = main && roleOf(main) >= 0 ? main : inTeams[0];
  return place ? { unit: text(place, 'orgCode'), role: text(place, 'teamMemberTypeCode') } : null;
}
