import { largestRemainder, type GroupKey } from '#engine';
import { sentenceOf, type Actor, type OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import { catalogueFor, questioner, type QueryTables } from '#modules/query/server';
import { lineFigures, lineQuestion, membersQuestion, type readReserveStructure } from '#modules/reserve';
import { requirePool, requireSight } from './settings.ts';

type Structure = OperationOutput<typeof readReserveStructure>;

const ages = [
  { label: '30 岁以下', to: 30 },
  { label: '31—35 岁', from: 31, to: 35 },
  { label: '36—40 岁', from: 36, to: 40 },
  { label: '41—45 岁', from: 41, to: 45 },
  { label: '46—50 岁', from: 46, to: 50 },
  { label: '51 岁以上', from: 51 },
];
const schooling = [
  { label: '研究生', values: ['1'] },
  { label: '大学本科', values: ['2'] },
  { label: '大学专科', values: ['3'] },
];
const levels = [
  { label: '县处级', values: ['1A31', '1A32', '905', '906'] },
  { label: '乡科级正职', values: ['1A41', '907'] },
  { label: '乡科级副职', values: ['1A42', '908'] },
];
const breakdowns: readonly { readonly label: string; readonly key: GroupKey; readonly none: string }[] = [
  { label: '性别', key: { field: 'A01.sexCode' }, none: '未填写' },
  { label: '年龄', key: { field: 'age', bands: ages }, none: '未填写' },
  { label: '最高学历', key: { field: 'highestEducation', heads: schooling }, none: '未填写' },
  { label: '职务层次', key: { field: 'postLevel', heads: levels }, none: '未任领导职务' },
  { label: '党内外', key: { field: 'isNonParty' }, none: '未填写' },
];

/** 结构: the members against the target, and how they are made up. */
export async function poolStructure(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  asked: { readonly pool: string; readonly asOf?: string | undefined },
): Promise<Structure> {
  requireSight(actor);
  const pool = await requirePool(store, asked.pool);
  const catalogue = await catalogueFor(store, tables, actor);
  const conditions = pool.target.lines.flatMap(({ question: { where } }) => where ?? []);
  const asker = await questioner(store, tables, actor, {
    question: { where: { op: 'any', of: conditions } },
    asOf: asked.asOf,
  });
  const { members, groups } = asker.ask(membersQuestion(pool), (found) => ({
    members: found.count,
    groups: breakdowns.map(({ label, key, none }) => ({ label, groups: shares(found.group([key]), none) })),
  }));
  return {
    asOf: asker.asOf,
    members,
    total: pool.target.total,
    lines: pool.target.lines.map((line) => {
      const question = lineQuestion(pool, line.question);
      const count = asker.ask(question, (found) => found.count);
      return {
        ...lineFigures(line, count, members),
        question,
        sentence: sentenceOf(line.question, catalogue),
      };
    }),
    breakdowns: groups.map(({ label, groups: list }) => ({
      label,
      groups: label === '党内外' ? list.map(partyWords) : list,
    })),
  };
}

function shares(
  {
    groups: [list = []],
    counts,
  }: { groups: readonly (readonly { value: unknown; label: string }[])[]; counts: Uint32Array },
  none: string,
): Structure['breakdowns'][number]['groups'] {
  const filled = list
    .map(({ value, label }, index) => ({ label: value === null ? none : label, count: counts[index] ?? 0 }))
    .filter(({ count }) => count > 0);
  const total = filled.reduce((sum, { count }) => sum + count, 0);
  const percent =
    largestRemainder(
      filled.map(({ count }) => count),
      total,
    ) ?? [];
  return filled.map((group, index) => ({ ...group, share: percent[index] ?? 0 }));
}

/** The fact is whether somebody is 党外. */
function partyWords<Group extends { readonly label: string }>(group: Group): Group {
  return { ...group, label: group.label === '是' ? '党外' : group.label === '否' ? '中共党员' : group.label };
}
