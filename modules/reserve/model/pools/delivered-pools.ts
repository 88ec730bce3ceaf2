import type { Condition, Question } from '#engine';
import type { Pool, TargetLine } from './pool.ts';

const isYes = (field: string): Condition => ({ op: 'in', field, values: ['1'] });
const atMost = (field: string, to: number): Condition => ({ op: 'between', field, to });
const atLeast = (field: string, from: number): Condition => ({ op: 'between', field, from });
const level = (...values: string[]): Condition => ({ op: 'in', field: 'postLevel', values });
const all = (...of: Condition[]): Question => ({ population: 'serving', where: { op: 'all', of } });
const any = (...of: Condition[]): Question => ({ where: { op: 'any', of } });

const isWoman: Condition = { op: 'in', field: 'A01.sexCode', values: ['2'] };
const hasLeft = isYes('isFormer');
/** 不在处分影响期内; rewards are in effect as well, so the kind is asked for too. */
const noPenalty: Condition = {
  op: 'none',
  set: 'A14',
  where: { op: 'all', of: [{ op: 'in', field: 'A14.code', values: ['02'] }, isYes('A14.isInEffect')] },
};

/** Leading levels with the grades of 事业单位 that stand beside them. */
const township = ['1A41', '907'];
const deputy = ['1A42', '908'];
const county = ['1A31', '905', '1A32', '906'];

const line = (id: string, label: string, where: Condition, share: number): TargetLine => ({
  id,
  label,
  question: { where },
  want: { kind: 'share', value: share },
});
const women = line('women', '女干部', isWoman, 20);
const nonParty = line('non-party', '党外干部', isYes('isNonParty'), 10);
const under35 = line('under-35', '35 岁以下', atMost('age', 35), 50);
const under40 = line('under-40', '40 岁以下', atMost('age', 40), 33);
const graduates = line(
  'graduates',
  '全日制本科以上',
  { op: 'in', field: 'fullTimeEducation', values: ['1', '2'] },
  60,
);

type Given = Partial<Pool> & Pick<Pool, 'id' | 'name' | 'kind' | 'description'>;
const pool = (given: Given): Pool => ({
  closed: false,
  entry: null,
  exit: null,
  target: { total: null, lines: [] },
  reviewMonth: 12,
  ...given,
});

/** The pools of a new installation; ages and years are usual ones and are to be set to the rules of the place. */
export const deliveredPools: readonly Pool[] = [
  pool({
    id: 'young-principal',
    name: '优秀年轻干部（正科）',
    kind: '年轻干部',
    description: '40 岁以下的正科级干部，按“近期可用、重点培养”分类掌握。',
    entry: all(level(...township), atMost('age', 40), noPenalty),
    exit: any(atLeast('age', 41), level(...county), hasLeft),
    target: { total: 10, lines: [women, nonParty] },
  }),
  pool({
    id: 'young-deputy',
    name: '优秀年轻干部（副科）',
    kind: '年轻干部',
    description: '35 岁以下的副科级干部。',
    entry: all(level(...deputy), atMost('age', 35), noPenalty),
    exit: any(atLeast('age', 36), level(...township, ...county), hasLeft),
    target: { total: 15, lines: [women, nonParty, graduates] },
  }),
  pool({
    id: 'next-principal',
    name: '后备正职',
    kind: '后备干部',
    description: '任副科级满两年、50 岁以下，可提拔到正职岗位的干部。',
    entry: all(level(...deputy), atLeast('monthsAtLevel', 24), atMost('age', 50), noPenalty),
    exit: any(atLeast('age', 51), level(...township, ...county), hasLeft),
    target: { total: 60, lines: [women] },
  }),
  pool({
    id: 'next-deputy',
    name: '后备副职',
    kind: '后备干部',
    description: '未任领导职务、工作满五年、40 岁以下，年度考核称职以上的干部。',
    entry: all(
      { op: 'not', of: level(...deputy, ...township, ...county) },
      atLeast('workYears', 5),
      atMost('age', 40),
      { op: 'in', field: 'lastAppraisal', values: ['1', '2', '2B'] },
      noPenalty,
    ),
    exit: any(atLeast('age', 41), level(...deputy, ...township, ...county), hasLeft),
    target: { total: 120, lines: [women, under35] },
  }),
  pool({
    id: 'women',
    name: '女干部',
    kind: '结构性后备',
    description: '45 岁以下的科级女干部，用于班子结构配备。',
    entry: all(isWoman, level(...township, ...deputy), atMost('age', 45)),
    exit: any(atLeast('age', 51), hasLeft),
    target: { total: 40, lines: [under40] },
  }),
  pool({
    id: 'non-party',
    name: '党外干部',
    kind: '结构性后备',
    description: '45 岁以下的科级党外干部，用于班子结构配备。',
    entry: all(isYes('isNonParty'), level(...township, ...deputy), atMost('age', 45)),
    exit: any(atLeast('age', 51), { op: 'in', field: 'isParty', values: ['1'] }, hasLeft),
    target: { total: 20, lines: [women] },
  }),
  pool({
    id: 'experts',
    name: '专业人才',
    kind: '专业人才',
    description: '研究生学历、45 岁以下的科级干部；另可按专长由组织确定。',
    entry: all(
      { op: 'in', field: 'highestEducation', values: ['1'] },
      level(...township, ...deputy),
      atMost('age', 45),
    ),
    exit: any(atLeast('age', 56), hasLeft),
    target: { total: 40, lines: [] },
  }),
  pool({
    id: 'selected-graduates',
    name: '选调生',
    kind: '专项来源',
    description: '在职选调生，40 岁以下跟踪培养。',
    entry: all(
      {
        op: 'any',
        of: [
          isYes('A99Z1.isSelectedGraduate'),
          { op: 'not', of: { op: 'empty', field: 'A29.selectedGraduateCode' } },
        ],
      },
      atMost('age', 40),
    ),
    exit: any(atLeast('age', 41), hasLeft),
    target: { total: null, lines: [women] },
  }),
  pool({
    id: 'village-officials',
    name: '村官',
    kind: '专项来源',
    description: '简历中有大学生村官经历、40 岁以下的在职干部。',
    entry: all(
      {
        op: 'some',
        set: 'A17',
        where: { op: 'contains', field: 'A17.text', text: '大学生村官' },
      },
      atMost('age', 40),
    ),
    exit: any(atLeast('age', 41), hasLeft),
    target: { total: null, lines: [women] },
  }),
];
