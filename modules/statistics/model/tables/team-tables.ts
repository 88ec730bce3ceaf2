import type { Condition } from '#engine';
import type { ColumnGroup, StandardTable } from '../standard-table.ts';
import { minority, nonParty, upToAge, women } from './column-groups.ts';

const inTeam: Condition = { op: 'not', of: { op: 'empty', field: 'teamUnit' } };

const principal: Condition = { op: 'in', field: 'teamRole', values: ['1'] };
const deputy: Condition = { op: 'in', field: 'teamRole', values: ['3'] };

function both(...of: readonly Condition[]): Condition {
  return { op: 'all', of };
}

/** Holds, as a principal of a team, a post that is called one of these, and not the deputy of it (副镇长). */
function heads(titles: readonly string[]): Condition {
  const says = (text: string): Condition => ({ op: 'contains', field: 'A02.postTitle', text });
  return {
    op: 'some',
    set: 'A02',
    where: both(
      { op: 'in', field: 'A02.isHeld', values: ['1'] },
      { op: 'in', field: 'A02.teamMemberTypeCode', values: ['1'] },
      { op: 'not', of: says('人大') },
      {
        op: 'any',
        of: titles.map((title) => both(says(title), { op: 'not', of: says(`副${title}`) })),
      },
    ),
  };
}

const partyHead = heads(['党委书记', '党工委书记']);
const governmentHead = heads(['镇长', '乡长', '主任']);

function headColumns(head: string, who: Condition): ColumnGroup {
  return {
    by: 'marks',
    head,
    marks: [
      { label: '人数', where: who },
      { label: '35岁以下', where: both(who, upToAge(35)) },
      { label: '36至40岁', where: both(who, { op: 'between', field: 'age', from: 36, to: 40 }) },
      { label: '41至45岁', where: both(who, { op: 'between', field: 'age', from: 41, to: 45 }) },
      { label: '46岁以上', where: both(who, { op: 'between', field: 'age', from: 46 }) },
      { label: '女', where: both(who, women) },
    ],
  };
}

/** Teams: who has a place in one, by 所在班子. */
export const teamTables: readonly StandardTable[] = [
  {
    id: 'team-structure',
    title: '领导班子结构性干部情况',
    about: '各班子中的女干部、党外干部、少数民族干部、年轻干部和全日制大学以上学历干部',
    family: '班子情况',
    where: inTeam,
    rows: { by: 'units', head: '班子', units: 'teams' },
    columns: [
      {
        by: 'marks',
        head: '结构性干部',
        marks: [
          { label: '女干部', where: women },
          { label: '党外干部', where: nonParty },
          { label: '少数民族干部', where: minority },
          { label: '35岁以下', where: upToAge(35) },
          { label: '40岁以下', where: upToAge(40) },
          { label: '全日制大学以上', where: { op: 'in', field: 'fullTimeEducation', values: ['1', '2'] } },
        ],
      },
    ],
  },
  {
    id: 'principals',
    title: '党政正职配备情况（街道、乡镇）',
    about: '各街道、乡镇党政正职的配备和年龄，缺配的显示为 0',
    family: '班子情况',
    where: both(inTeam, { op: 'any', of: [partyHead, governmentHead] }),
    rows: { by: 'units', head: '街道、乡镇', units: 'grassroots-teams' },
    columns: [
      headColumns('党委（党工委）书记', partyHead),
      headColumns('乡镇长、办事处主任', governmentHead),
    ],
  },
  {
    id: 'young',
    title: '年轻干部配备情况',
    about: '各班子中 35 岁以下的正职、30 岁以下的副职和全部 35 岁以下成员',
    family: '班子情况',
    where: inTeam,
    rows: { by: 'units', head: '班子', units: 'teams' },
    columns: [
      {
        by: 'marks',
        head: '班子职务',
        marks: [
          { label: '正职', where: principal },
          { label: '副职', where: deputy },
        ],
      },
      {
        by: 'marks',
        head: '年轻干部',
        marks: [
          { label: '正职35岁以下', where: both(principal, upToAge(35)) },
          { label: '副职30岁以下', where: both(deputy, upToAge(30)) },
          { label: '成员35岁以下', where: upToAge(35) },
        ],
      },
    ],
  },
];
