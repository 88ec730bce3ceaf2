import type { Condition } from '#engine';
import { all, any, between, contains, empty, is, not } from './test-conditions.ts';

const woman = is('A01.sexCode', '2');
const young = between('age', { to: 35 });
const excellent = is('A15.resultCode', '1');
const chief = is('A02.positionLevelCode', '1A41');
const leading = is('A02.isLeadershipPost', '1');
const penalty = is('A14.code', '02');

/** Conditions and what they are called: every kind of node, plain and denied, alone and together. */
export const expectedSentences: readonly (readonly [sentence: string, condition: Condition])[] = [
  ['性别为女', woman],
  ['性别不是女', not(woman)],
  ['政治面貌为中共党员或预备党员', is('A01.politicalStatusCode', '01', '02')],
  ['政治面貌既不是中共党员也不是预备党员', not(is('A01.politicalStatusCode', '01', '02'))],
  [
    '政治面貌不是中共党员、预备党员和共青团员中的任何一项',
    not(is('A01.politicalStatusCode', '01', '02', '03')),
  ],
  [
    '民族为蒙古族、回族、藏族、维吾尔族、苗族等 10 项之一',
    is('A01.ethnicCode', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'),
  ],
  ['最高学历为研究生教育（不含下级）', { op: 'in', field: 'highestEducation', values: ['1'], exact: true }],
  ['主职务所在机构为样板区教育局（含下级）', is('mainUnit', 'u1')],
  ['主职务所在机构为样板区教育局（不含下级）', { op: 'in', field: 'mainUnit', values: ['u1'], exact: true }],
  ['主职务所在机构既不是样板区教育局也不是样板区财政局（含下级）', not(is('mainUnit', 'u1', 'u2'))],
  ['姓名为“王小明”', is('A01.name', '王小明')],
  ['年龄为 35 岁或 36 岁', is('age', 35, 36)],
  ['没有照片', empty('A57.data')],
  ['有照片', not(empty('A57.data'))],
  ['有照片', is('A57.data', '1')],
  ['没有照片', not(is('A57.data', '1'))],
  ['是少数民族', is('isMinority', '1')],
  ['不是少数民族', not(is('isMinority', '1'))],
  ['不具有两年以上基层工作经历', is('A01.grassrootsTwoYears', '0')],
  ['1972 年出生', is('A01.birthDate', '1972')],
  ['不是 1972 年 11 月或 1973 年出生', not(is('A01.birthDate', '1972-11', '1973'))],
  ['批准日期不在 2020 年', not(is('A14.approvedOn', '2020'))],
  ['年龄在 35 岁以下', young],
  ['年龄不在 35 岁以下', not(young)],
  ['年龄在 50 岁以上', between('age', { from: 50 })],
  ['年龄在 30 至 35 岁', between('age', { from: 30, to: 35 })],
  ['年龄为 40 岁', between('age', { from: 40, to: 40 })],
  ['任现职满 60 个月', between('monthsInPost', { from: 60 })],
  ['工龄在 30 年以上', between('workYears', { from: 30 })],
  ['1980 年以后出生', between('A01.birthDate', { from: '1980' })],
  ['2020 年 6 月以前参加工作', between('A01.workStartDate', { to: '2020-06' })],
  ['2018 至 2020 年入党', between('A01.partyJoinDate', { from: '2018', to: '2020' })],
  [
    '2018 年 1 月 5 日至 2020 年 6 月入党',
    between('A01.partyJoinDate', { from: '2018-01-05', to: '2020-06' }),
  ],
  ['不是 1980 年以后出生', not(between('A01.birthDate', { from: '1980' }))],
  ['在截止日期后 12 个月内到法定退休年龄', between('retirementDate', { from: {}, to: { months: 12 } })],
  [
    '在截止日期后 12 个月内年满 60 周岁',
    between('A01.birthDate', { from: { years: -60 }, to: { years: -60, months: 12 } }),
  ],
  ['已年满 60 周岁', between('A01.birthDate', { to: { years: -60 } })],
  [
    '在截止日期前 12 个月内年满 60 周岁',
    between('A01.birthDate', { from: { years: -61 }, to: { years: -60 } }),
  ],
  ['在截止日期当日或以后年满 35 周岁', between('A01.birthDate', { from: { years: -35 } })],
  ['任现职已满 2 年', between('postSince', { to: { months: -24 } })],
  ['任现职未满 5 年', not(between('postSince', { to: { years: -5 } }))],
  ['任现职已满 3 年、不超过 5 年', between('postSince', { from: { years: -5 }, to: { years: -3 } })],
  ['在截止日期前 6 个月内任现职', between('postSince', { from: { months: -6 }, to: {} })],
  ['2019 年至截止日期前 6 个月任现职务层次', between('postLevelSince', { from: '2019', to: { months: -6 } })],
  ['入党已满 3 年零 1 日', between('A01.partyJoinDate', { to: { years: -3, days: -1 } })],
  ['截止日期前 3 年再推后 10 日以后入党', between('A01.partyJoinDate', { from: { years: -3, days: 10 } })],
  ['简历提到“扶贫”', contains('A01.resumeText', '扶贫')],
  ['简历没有提到“扶贫”', not(contains('A01.resumeText', '扶贫'))],
  ['现工作单位及职务全称提到“书记”', contains('A01.currentPostFull', '书记')],
  ['民族包含“回”', contains('A01.ethnicCode', '回')],
  ['姓名以“欧阳”开头', { op: 'starts', field: 'A01.name', text: '欧阳' }],
  ['姓名不以“欧阳”开头', not({ op: 'starts', field: 'A01.name', text: '欧阳' })],
  ['姓名的拼音首字母以“wxm”开头', { op: 'initials', field: 'A01.name', text: 'wxm' }],
  ['入党时间未填写', empty('A01.partyJoinDate')],
  ['入党时间已填写', not(empty('A01.partyJoinDate'))],
  [
    '在样板区教育局（含下级）担任过（含现任）党委书记',
    { op: 'some', set: 'A02', where: all(is('A02.orgCode', 'u1'), is('A02.postTitle', '党委书记')) },
  ],
  [
    '担任过（含现任）党委书记或镇长',
    { op: 'some', set: 'A02', where: is('A02.postTitle', '党委书记', '镇长') },
  ],
  ['现任乡科级正职职务', { op: 'some', set: 'A02', where: all(chief, is('A02.tenureStatusCode', '1')) }],
  [
    '在样板区教育局（含下级）曾任乡科级正职职务',
    { op: 'some', set: 'A02', where: all(chief, is('A02.tenureStatusCode', '0'), is('A02.orgCode', 'u1')) },
  ],
  [
    '担任过（含现任）职务名称包含“书记”且 2018 年以后任职的职务',
    {
      op: 'some',
      set: 'A02',
      where: all(contains('A02.postTitle', '书记'), between('A02.appointedOn', { from: '2018' })),
    },
  ],
  ['担任过（含现任）领导职务', { op: 'some', set: 'A02', where: leading }],
  [
    '没有担任过职务层次为乡科级正职或是领导职务的职务',
    { op: 'none', set: 'A02', where: any(chief, leading) },
  ],
  ['没有受过处分', { op: 'none', set: 'A14', where: penalty }],
  [
    '受过记过（公务员）或记大过（公务员）',
    { op: 'some', set: 'A14', where: is('A14.code', '02112', '02113') },
  ],
  ['没有受过奖励或处分', { op: 'none', set: 'A14' }],
  [
    '没有受过影响期至截止日期以后的处分',
    { op: 'none', set: 'A14', where: all(penalty, between('A14.effectiveUntil', { from: {} })) },
  ],
  [
    '受过 2020 至 2022 年的奖励',
    {
      op: 'some',
      set: 'A14',
      where: all(is('A14.code', '01'), between('A14.approvedOn', { from: '2020', to: '2022' })),
    },
  ],
  ['年度考核中有优秀', { op: 'some', set: 'A15', where: excellent }],
  ['年度考核中没有不称职或基本称职', { op: 'none', set: 'A15', where: is('A15.resultCode', '4', '3') }],
  [
    '2020 至 2022 年的年度考核中有优秀',
    { op: 'some', set: 'A15', where: all(excellent, between('A15.year', { from: '2020', to: '2022' })) },
  ],
  ['历次年度考核结果都为优秀或称职', { op: 'every', set: 'A15', where: is('A15.resultCode', '1', '2') }],
  ['并非历次年度考核结果都为优秀', not({ op: 'every', set: 'A15', where: excellent })],
  [
    '每项职务的任职机构都为样板区教育局（含下级）',
    { op: 'every', set: 'A02', where: is('A02.orgCode', 'u1') },
  ],
  [
    '每项职务都符合“职务层次为乡科级正职且任职时间已填写”',
    { op: 'every', set: 'A02', where: all(chief, not(empty('A02.appointedOn'))) },
  ],
  ['年度考核中至少 3 次为优秀', { op: 'count', set: 'A15', where: excellent, atLeast: 3 }],
  ['年度考核中有 1 至 2 次为优秀', { op: 'count', set: 'A15', where: excellent, atLeast: 1, atMost: 2 }],
  [
    '截止日期前 5 年以来的年度考核中至少 2 次为优秀',
    {
      op: 'count',
      set: 'A15',
      where: all(excellent, between('A15.year', { from: { years: -5 } })),
      atLeast: 2,
    },
  ],
  ['担任过（含现任）3 项以上乡科级正职职务', { op: 'count', set: 'A02', where: chief, atLeast: 3 }],
  ['担任过（含现任）的乡科级正职职务至多 2 项', not({ op: 'count', set: 'A02', where: chief, atLeast: 3 })],
  ['担任过（含现任）的乡科级正职职务至多 2 项', { op: 'count', set: 'A02', where: chief, atMost: 2 }],
  ['担任过（含现任）的职务正好 2 项', { op: 'count', set: 'A02', atLeast: 2, atMost: 2 }],
  [
    '担任过（含现任）2 项以上党委书记职务',
    { op: 'count', set: 'A02', where: is('A02.postTitle', '党委书记'), atLeast: 2 },
  ],
  ['没有学历学位', { op: 'count', set: 'A08', atMost: 0 }],
  ['最近 3 次年度考核结果都为优秀', { op: 'last', set: 'A15', n: 3, where: excellent }],
  ['最近 3 次年度考核结果不都为优秀', not({ op: 'last', set: 'A15', n: 3, where: excellent })],
  [
    '最近一次年度考核结果为优秀或称职',
    { op: 'last', set: 'A15', n: 1, where: is('A15.resultCode', '1', '2') },
  ],
  ['最近一次年度考核结果不是优秀', not({ op: 'last', set: 'A15', n: 1, where: excellent })],
  ['最近 5 次年度考核中至少 2 次为优秀', { op: 'last', set: 'A15', n: 5, where: excellent, atLeast: 2 }],
  ['最近 5 次年度考核中不到 2 次为优秀', not({ op: 'last', set: 'A15', n: 5, where: excellent, atLeast: 2 })],
  [
    '最近 3 次年度考核结果都不是基本称职或不称职',
    { op: 'last', set: 'A15', n: 3, where: not(is('A15.resultCode', '3', '4')) },
  ],
  [
    '最早一项职务的任职机构名称包含“镇”',
    { op: 'first', set: 'A02', n: 1, where: contains('A02.orgName', '镇') },
  ],
  ['最近 2 项职务的职务层次都为乡科级正职', { op: 'last', set: 'A02', n: 2, where: chief }],
  [
    '最近 2 项职务都是 2018 年以后任职',
    { op: 'last', set: 'A02', n: 2, where: between('A02.appointedOn', { from: '2018' }) },
  ],
  [
    '最近 2 项职务都符合“职务层次为乡科级正职且是领导职务”',
    { op: 'last', set: 'A02', n: 2, where: all(chief, leading) },
  ],
  [
    '最近 4 项职务中至少 2 项符合“职务层次为乡科级正职或是领导职务”',
    { op: 'last', set: 'A02', n: 4, atLeast: 2, where: any(chief, leading) },
  ],
  [
    '任三级主任科员和乡科级副职累计满 24 个月',
    { op: 'months', spans: [{ set: 'A05', where: is('A05.levelOrRankCode', '19', '1A42') }], atLeast: 24 },
  ],
  [
    '任三级主任科员和乡科级副职职务累计满 24 个月',
    {
      op: 'months',
      spans: [
        { set: 'A05', where: is('A05.levelOrRankCode', '19') },
        { set: 'A02', where: is('A02.positionLevelCode', '1A42') },
      ],
      atLeast: 24,
    },
  ],
  [
    '任乡科级正职职务累计不满 36 个月',
    not({ op: 'months', spans: [{ set: 'A02', where: chief }], atLeast: 36 }),
  ],
  [
    '在样板区教育局（含下级）任职累计满 24 个月、不超过 60 个月',
    { op: 'months', spans: [{ set: 'A02', where: is('A02.orgCode', 'u1') }], atLeast: 24, atMost: 60 },
  ],
  [
    '描述提到“乡镇”的经历累计满 24 个月',
    { op: 'months', spans: [{ set: 'A17', where: contains('A17.text', '乡镇') }], atLeast: 24 },
  ],
  ['距法定退休不超过 24 个月', between('monthsToRetirement', { to: 24 })],
  ['任现职满 36 个月、不超过 59 个月', between('monthsInPost', { from: 36, to: 59 })],
  ['任现职不满 60 个月', not(between('monthsInPost', { from: 60 }))],
  ['在职', is('isServing', '1')],
  ['现任局长', { op: 'some', set: 'A02', where: all(is('A02.isHeld', '1'), is('A02.postTitle', '局长')) }],
  [
    '担任过（含现任）职务名称包含“书记”或包含“镇长”的乡科级正职职务',
    {
      op: 'some',
      set: 'A02',
      where: all(any(contains('A02.postTitle', '书记'), contains('A02.postTitle', '镇长')), chief),
    },
  ],
  ['有进入本单位记录', { op: 'some', set: 'A29' }],
  [
    '任二级主任科员累计不超过 24 个月',
    { op: 'months', spans: [{ set: 'A05', where: is('A05.levelOrRankCode', '18') }], atMost: 24 },
  ],
  ['在指定的 3 人名单中', { op: 'people', ids: ['a', 'b', 'c'] }],
  ['不属于已存的“优秀年轻干部”', not({ op: 'saved', id: 's1' })],
  ['属于已存的查询（已删除或未共享）', { op: 'saved', id: 's2' }],
  [
    '性别为女，且年龄在 35 岁以下，且全日制最高学历为研究生教育或本科教育',
    all(woman, young, is('fullTimeEducation', '1', '2')),
  ],
  ['性别为女，且（年龄在 35 岁以下或是少数民族）', all(woman, any(young, is('isMinority', '1')))],
  [
    '性别为女且年龄在 35 岁以下，或性别不是女且年龄在 40 岁以下',
    any(all(woman, young), all(not(woman), between('age', { to: 40 }))),
  ],
  ['年龄在 30 岁以下或 55 岁以上', any(between('age', { to: 30 }), between('age', { from: 55 }))],
  // Bands that touch are one, in whatever order they were chosen.
  ['年龄在 40 岁以下', any(between('age', { to: 35 }), between('age', { from: 36, to: 40 }))],
  [
    '年龄在 31 至 45 岁',
    any(
      between('age', { from: 31, to: 35 }),
      between('age', { from: 41, to: 45 }),
      between('age', { from: 36, to: 40 }),
    ),
  ],
  ['年龄在 35 岁以下或 41 至 45 岁', any(between('age', { to: 35 }), between('age', { from: 41, to: 45 }))],
  [
    '年龄不在 31 至 40 岁',
    not(any(between('age', { from: 31, to: 35 }), between('age', { from: 36, to: 40 }))),
  ],
  [
    '性别为女，且年龄在 30 岁以下或 55 岁以上',
    all(woman, any(between('age', { to: 30 }), between('age', { from: 55 }))),
  ],
  ['年龄在 30 至 35 岁，且性别为女', all(between('age', { from: 30 }), woman, young)],
  ['政治面貌为民革或民盟', any(is('A01.politicalStatusCode', '04'), is('A01.politicalStatusCode', '05'))],
  ['性别不是女，或年龄不在 35 岁以下', not(all(woman, young))],
  ['性别不是女，且年龄不在 35 岁以下', not(any(woman, young))],
  ['不限条件', all()],
  ['无人符合', any()],
  ['“A99.gone”为“1”', is('A99.gone', '1')],
  [
    '有称谓为“配偶”且政治面貌为“中共党员”的家庭成员或社会关系',
    { op: 'some', set: 'A36', where: all(is('A36.relation', '配偶'), is('A36.politicalStatus', '中共党员')) },
  ],
  [
    '有教育类别为全日制、学历为研究生教育且学校（单位）名称包含“农业大学”的学历学位',
    {
      op: 'some',
      set: 'A08',
      where: all(
        is('A08.educationTypeCode', '1'),
        is('A08.educationCode', '1'),
        contains('A08.school', '农业大学'),
      ),
    },
  ],
];
