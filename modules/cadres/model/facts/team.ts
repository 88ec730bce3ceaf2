import type { Fact, PersonReader } from '#engine';
import { mainPosts } from './main-post.ts';
import { postSpan } from './spans.ts';

/** 班子成员类别 (ZB129): 正职, 副职, 其他 */
const roles = ['1', '3', 'Z'];

/**
 * 班子成员: the team and the role in it, of the main post when that is in a team, else of the highest role held. One person
 * with several titles holds one place. A post that says 否 as 是否领导成员 is in no team: heads of internal offices bear a
 * role too.
 */
export const teamFacts: readonly Fact[] = [
  {
    of: 'person',
    name: 'teamRole',
    label: '班子成员类别',
    kind: 'code',
    codes: 'ZB129',
    stepwise: true,
    bind(reader) {
      const place = teamPlaces(reader);
      const role = reader.rows('A02').strings('A02.teamMemberTypeCode');
      return (person) => {
        const row = place(person);
        return row < 0 ? null : role(row);
      };
    },
  },
  {
    of: 'person',
    name: 'teamUnit',
    label: '所在班子',
    kind: 'unit',
    stepwise: true,
    bind(reader) {
      const place = teamPlaces(reader);
      const unit = reader.rows('A02').units('A02.orgCode');
      return (person) => {
        const row = place(person);
        return row < 0 ? null : unit(row);
      };
    },
  },
];

/** The row of the place in a team, -1 without one. */
function teamPlaces(reader: PersonReader): (person: number) => number {
  const posts = reader.rows('A02');
  const main = mainPosts(reader);
  const eachHeld = reader.eachHeld('A02', postSpan);
  const role = posts.strings('A02.teamMemberTypeCode');
  const isOutside = posts.isAmong('A02.isTeamMember', ['0']);
  const roleOf = (row: number): number => {
    const code = role(row);
    return code === null || isOutside(row) ? -1 : roles.indexOf(code);
  };
  let best = -1;
  let bestRole = 0;
  const visit = (row: number): void => {
    const own = roleOf(row);
    if (own < 0 || (best >= 0 && own >= bestRole)) return;
    best = row;
    bestRole = own;
  };
  return (person) => {
    const row = main(person);
    if (row < 0 || roleOf(row) >= 0) return row;
    best = -1;
    eachHeld(person, visit);
    return best;
  };
}
