import { lowerBound, type Fact, type FactReader, type PersonReader } from '#engine';
import { flag, no, yes } from './flag.ts';
import type { RuleBook } from './rule-book.ts';
import { fullYears } from './years.ts';

const partyMembers = ['01', '02'];
const leagueMembers = ['03'];
const politicalColumns = ['A01.politicalStatusCode', 'A01.secondPartyCode', 'A01.thirdPartyCode'];

/**
 * 中共党员: full and probationary members, from 入党时间 on; without that date on every date. Of people who have joined later
 * nobody knows what they were before, so they are no members then, and neither 党外. Without a political status nothing is
 * known.
 */
export function partyFacts({ nonParty }: RuleBook): Fact[] {
  return [
    {
      of: 'person',
      name: 'isParty',
      label: '是否中共党员',
      kind: 'code',
      codes: 'XZ09',
      stepwise: true,
      bind: (reader, asOf) => membership(reader, asOf),
    },
    {
      of: 'person',
      name: 'isNonParty',
      label: '是否党外干部',
      kind: 'code',
      codes: 'XZ09',
      stepwise: true,
      bind(reader, asOf) {
        const isMember = membership(reader, asOf);
        const isNow = anyAmong(reader, partyMembers);
        const isLeague = reader.isAmong('A01.politicalStatusCode', leagueMembers);
        return (person) => {
          const member = isMember(person);
          if (member === null || member === yes) return member === null ? null : no;
          if (isNow(person)) return null;
          return flag(nonParty.value.leagueMembersCount || !isLeague(person));
        };
      },
    },
    {
      of: 'person',
      name: 'partyYears',
      label: '党龄',
      kind: 'number',
      unit: '年',
      bind(reader, asOf) {
        const isMember = membership(reader, asOf);
        const joined = reader.dates('A01.partyJoinDate');
        return (person) => (isMember(person) === yes ? fullYears(joined(person), asOf) : null);
      },
    },
  ];
}

function membership(reader: PersonReader, asOf: number): (person: number) => string | null {
  const status = reader.strings('A01.politicalStatusCode');
  const isMember = anyAmong(reader, partyMembers);
  const joined = reader.dates('A01.partyJoinDate');
  return (person) => {
    if (!isMember(person)) return status(person) === null ? null : no;
    const since = joined(person);
    return flag(since === null || lowerBound(since) <= asOf);
  };
}

/** Members of a democratic party may be members of the Party too. */
function anyAmong(reader: FactReader, codes: readonly string[]): (person: number) => boolean {
  const [first, second, third] = politicalColumns.map((column) => reader.isAmong(column, codes));
  return (person) => first?.(person) === true || second?.(person) === true || third?.(person) === true;
}
