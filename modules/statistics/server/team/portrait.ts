import { dateKey, largestRemainder, type Condition } from '#engine';
import type { Actor, BandSet } from '#platform/model';
import type { Store } from '#platform/server';
import type { UnitTree } from '#modules/organization/server';
import {
  groupKeyOf,
  groupWhere,
  runQueryFor,
  type GroupKeySpec,
  type Questioner,
  type QueryTables,
} from '#modules/query/server';
import {
  ageFigures,
  drillQuestion,
  teamAdvice,
  type Figure,
  type TeamLimits,
  type TeamPortrait,
} from '#modules/statistics';
import { memberSources } from './member-sources.ts';

export interface TeamTools {
  readonly store: Store;
  readonly tables: QueryTables;
  readonly actor: Actor;
  readonly units: UnitTree;
  readonly bandSets: readonly BandSet[];
  readonly asker: Questioner;
  readonly limits: TeamLimits;
}

type Team = Pick<TeamPortrait, 'units' | 'name'> & { readonly where: Condition };

/** More people are in no set of teams that may be asked for. */
const mostMembers = 500;

const structures: readonly { readonly id: string; readonly head: string; readonly key: GroupKeySpec }[] = [
  { id: 'age', head: '年龄', key: { field: 'age', bands: 'age:standard' } },
  {
    id: 'sex',
    head: '性别',
    key: {
      field: 'A01.sexCode',
      heads: [
        { label: '男', values: ['1'] },
        { label: '女', values: ['2'] },
      ],
    },
  },
  {
    id: 'party',
    head: '党派',
    key: {
      field: 'isParty',
      heads: [
        { label: '中共党员', values: ['1'] },
        { label: '非中共党员', values: ['0'] },
      ],
    },
  },
  {
    id: 'education',
    head: '全日制学历',
    key: { field: 'fullTimeEducation', bands: 'fullTimeEducation:heads' },
  },
  {
    id: 'highestEducation',
    head: '最高学历',
    key: { field: 'highestEducation', bands: 'highestEducation:heads' },
  },
  { id: 'degree', head: '最高学位', key: { field: 'highestDegree', bands: 'highestDegree:heads' } },
  { id: 'tenure', head: '任现职年限', key: { field: 'monthsInPost', bands: 'monthsInPost:tenure' } },
];

const roles = [
  { label: '正职', code: '1' },
  { label: '副职', code: '3' },
  { label: '其他成员', code: 'Z' },
];

/** One team as figures. */
export async function portrait(tools: TeamTools, team: Team): Promise<TeamPortrait> {
  const { asker, limits } = tools;
  const people = await readMembers(tools, team.where);
  const sourceOf = await memberSources(tools, people);
  const members = people.map(({ born: _born, since: _since, unit: _unit, ...member }) => ({
    ...member,
    source: sourceOf(member.id),
  }));
  const total = members.length;
  const count = (where: Condition) => asker.ask(drillQuestion([team.where, where]), (found) => found.count);
  const alone = (label: string, where: Condition): Figure => {
    const own = count(where);
    return { label, count: own, share: total > 0 ? Math.round((own * 1000) / total) / 10 : null, where };
  };
  const ages = ageFigures(
    people.map(({ id, name, born }) => ({ id, name, birth: born })),
    asker.asOf,
  );
  const concurrent = concurrentPosts(team, ['1', '3', 'Z']);
  const concurrentPrincipals = concurrentPosts(team, ['1']);
  const ask = (where: Condition) => asker.ask(drillQuestion([where]), (found) => found.count);
  const role = roles.map(({ label, code }) => alone(label, { op: 'in', field: 'teamRole', values: [code] }));
  return {
    ...team,
    units: [...team.units],
    members,
    ...ages,
    roles: role,
    concurrent: { label: '兼职', count: ask(concurrent), share: null, where: concurrent },
    structures: structures.map(({ id, head, key }) => ({ id, head, figures: figuresOf(tools, team, key) })),
    sources: sourceFigures(members),
    retiring: [
      alone('已到龄', { op: 'between', field: 'monthsToRetirement', to: 0 }),
      alone('12个月内', { op: 'between', field: 'monthsToRetirement', to: 12 }),
      alone('24个月内', { op: 'between', field: 'monthsToRetirement', to: 24 }),
    ],
    advice: teamAdvice(
      {
        members: total,
        principals: (role[0]?.count ?? 0) + ask(concurrentPrincipals),
        women: count({ op: 'in', field: 'A01.sexCode', values: ['2'] }),
        young: count({ op: 'between', field: 'age', to: limits.youngAge }),
        averageAge: ages.averageAge,
        retiringTogether: retiringTogether(
          members.map(({ retirement }) => retirement.slice(0, 4)),
          asker.asOf,
        ),
      },
      limits,
    ),
  };
}

const columns = [
  'teamRole',
  'mainPost',
  'A01.sexCode',
  'A01.birthDate',
  'age',
  'highestEducation',
  'highestDegree',
  'monthsInPost',
  'retirementDate',
  'postSince',
  'mainUnit',
];

async function readMembers({ store, tables, actor, asker }: TeamTools, where: Condition) {
  const { rows } = await runQueryFor(store, tables, actor, {
    question: drillQuestion([where]),
    asOf: asker.asOf,
    columns,
    sort: [{ field: 'teamUnit' }, { field: 'teamRole' }, { field: 'teamOrder' }, { field: 'A01.name' }],
    from: 0,
    size: mostMembers,
    counts: false,
  });
  return rows.map(({ id, name, values, texts }) => {
    const place = (field: string) => columns.indexOf(field);
    const text = (field: string) => texts[place(field)] ?? '';
    const value = (field: string) => values[place(field)] ?? null;
    const number = (field: string) => (value(field) === null ? null : Number(value(field)));
    return {
      id,
      name,
      role: String(value('teamRole') ?? ''),
      roleLabel: text('teamRole'),
      post: text('mainPost'),
      sex: text('A01.sexCode'),
      birth: text('A01.birthDate'),
      age: number('age'),
      education: text('highestEducation'),
      degree: text('highestDegree'),
      monthsInPost: number('monthsInPost'),
      retirement: text('retirementDate'),
      born: String(value('A01.birthDate') ?? ''),
      since: String(value('postSince') ?? ''),
      unit: String(value('mainUnit') ?? ''),
    };
  });
}

/** Who holds a post with one of these roles in the team, and counts in another team or in none. */
function concurrentPosts({ units, where }: Team, codes: readonly string[]): Condition {
  const place: Condition = {
    op: 'some',
    set: 'A02',
    where: {
      op: 'all',
      of: [
        { op: 'in', field: 'A02.isHeld', values: ['1'] },
        { op: 'in', field: 'A02.orgCode', values: [...units], exact: true },
        { op: 'in', field: 'A02.teamMemberTypeCode', values: [...codes] },
        { op: 'not', of: { op: 'in', field: 'A02.isTeamMember', values: ['0'] } },
      ],
    },
  };
  return { op: 'all', of: [place, { op: 'not', of: where }] };
}

/** The groups of one structure that are part of its bands or occur in the team. */
function figuresOf({ asker, bandSets, units }: TeamTools, team: Team, spec: GroupKeySpec): Figure[] {
  const key = groupKeyOf(spec, bandSets);
  const column = asker.engine.resolve(key.field, dateKey(asker.asOf) ?? 0);
  const { total, groups, counts } = asker.ask(drillQuestion([team.where]), (found) => found.group([key]));
  const shares = largestRemainder([...counts], total);
  return (groups[0] ?? []).map((group, index) => ({
    label: group.label,
    count: counts[index] ?? 0,
    share: shares?.[index] ?? null,
    where: groupWhere(key, group, column, units.within),
  }));
}

function sourceFigures(members: TeamPortrait['members']): Figure[] {
  const groups = [...Map.groupBy(members, ({ source }) => source)].toSorted(
    ([a, many], [b, more]) => more.length - many.length || a.localeCompare(b, 'zh-CN'),
  );
  const shares = largestRemainder(
    groups.map(([, own]) => own.length),
    members.length,
  );
  return groups.map(([label, own], index) => ({
    label,
    count: own.length,
    share: shares?.[index] ?? null,
    where: { op: 'people', ids: own.map(({ id }) => id) },
  }));
}

/** The year to come in which most are due to retire. */
function retiringTogether(years: readonly string[], asOf: string) {
  const coming = years.filter((year) => year !== '' && year >= asOf.slice(0, 4));
  return [...Map.groupBy(coming, (year) => year)]
    .map(([year, own]) => ({ year, count: own.length }))
    .reduce<{ year: string; count: number } | null>(
      (most, one) => (most === null || one.count > most.count ? one : most),
      null,
    );
}
