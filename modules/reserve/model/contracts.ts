import { z } from 'zod';
import { fieldKind, operation, questionSchema, questionTree } from '#platform/model';
import { poolName, poolsBody, poolSchema } from './pools/pool.ts';

export const day = z.iso.date('日期应为 2020-06-30 的格式');
const asOf = day.optional();
const pool = z.string().max(60);
const text = (most: number) => z.string().trim().max(most, `不能超过 ${most} 个字`).default('');

/** People by id, or those whom a question finds on a day. */
export const peopleChosen = z.union([
  z.strictObject({ ids: z.array(z.string()).min(1, '请选择人员').max(20_000) }),
  z.strictObject({ question: questionSchema, asOf }),
]);

const lineFigures = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum(['count', 'share']),
  wanted: z.number(),
  count: z.int(),
  share: z.number().nullable(),
  needed: z.int(),
  missing: z.int(),
});

export const readReserve = operation({
  id: 'readReserve',
  summary: '后备库一览：成员、符合条件未入库、应出库、结构缺口',
  method: 'POST',
  path: '/reserve',
  permission: 'reserve:read',
  body: z.strictObject({ asOf }),
  response: z.object({
    asOf: z.string(),
    pools: z.array(
      z.object({
        pool: poolSchema,
        /** The rules in words; empty where there is none. */
        sentences: z.object({ entry: z.string(), exit: z.string(), lines: z.array(z.string()) }),
        members: z.int(),
        /** Null without a rule, or where the rule can no longer be asked (`problem`). */
        candidates: z.int().nullable(),
        leavers: z.int().nullable(),
        lines: z.array(lineFigures),
        /** Members who were reviewed in the year of the date. */
        reviewed: z.int(),
        /** Why a rule cannot be asked; empty when all can. */
        problem: z.string(),
      }),
    ),
    /** Names in the records that no pool has, with how many members they have. */
    unlisted: z.array(z.object({ name: z.string(), members: z.int() })),
    /** An edit of the definitions names it; 0 is as delivered. */
    version: z.int(),
    edited: z.object({ by: z.string(), at: z.string() }).nullable(),
  }),
});

export const saveReservePools = operation({
  id: 'saveReservePools',
  summary: '修改后备库定义；改名须用“改名”；版本不符时拒绝',
  method: 'PUT',
  path: '/reserve/pools',
  permission: 'reserve:edit',
  body: z.strictObject({ pools: poolsBody, version: z.int() }),
  response: z.object({ version: z.int() }),
});

export const renameReservePool = operation({
  id: 'renameReservePool',
  summary: '后备库改名：成员的记录一并修改，为一项可撤销的变更；可先预览',
  method: 'POST',
  path: '/reserve/rename',
  permission: 'reserve:edit',
  body: z.strictObject({
    /** A name in the records, of a pool or of none. */
    from: poolName,
    to: poolName,
    version: z.int(),
    preview: z.boolean(),
  }),
  response: z.object({
    people: z.int(),
    /** The first of them. */
    names: z.array(z.string()),
    change: z.string().nullable(),
    version: z.int(),
  }),
});

export const peopleParts = ['members', 'former', 'candidates', 'leavers'] as const;
export type PeoplePart = (typeof peopleParts)[number];

export const membershipSchema = z.object({
  row: z.string(),
  batch: z.string(),
  enteredOn: z.string(),
  entryMethod: z.string(),
  recommendedBy: z.string(),
  direction: z.string(),
  measures: z.string(),
  exitedOn: z.string(),
  exitReason: z.string(),
  remark: z.string(),
});
export type MembershipData = z.infer<typeof membershipSchema>;

export const listReservePeople = operation({
  id: 'listReservePeople',
  summary: '一个后备库的成员、曾在库人员、符合条件未入库或应出库人员',
  method: 'POST',
  path: '/reserve/people',
  permission: 'reserve:read',
  body: z.strictObject({ pool, part: z.enum(peopleParts), asOf }),
  response: z.object({
    asOf: z.string(),
    /** All that there are; `people` are the first of them in statutory order. */
    count: z.int(),
    /** Who is asked for, in words. */
    sentence: z.string(),
    /** Finds the same people on the query page; null for former members, whom no question finds. */
    question: questionTree.nullable(),
    columns: z.array(z.object({ name: z.string(), label: z.string(), kind: fieldKind })),
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        texts: z.array(z.string()),
        /** The membership that counts on the date, or the last one of a former member. */
        membership: membershipSchema.nullable(),
        review: z.object({ year: z.string(), conclusion: z.string(), opinion: z.string() }).nullable(),
      }),
    ),
  }),
});

export const enterReserve = operation({
  id: 'enterReserve',
  summary: '入库：一批人进入后备库，为一项可撤销的变更',
  method: 'POST',
  path: '/reserve/enter',
  permission: 'reserve:edit',
  body: z.strictObject({
    pool,
    people: peopleChosen,
    enteredOn: day,
    batch: text(40),
    entryMethodCode: z.enum(['1', '2', '3']).nullable().default(null),
    recommendedBy: text(100),
    direction: text(100),
    measures: text(400),
    remark: text(400),
  }),
  response: z.object({
    /** Null when all of them are in the pool already. */
    change: z.string().nullable(),
    entered: z.int(),
    already: z.int(),
  }),
});

export const exitReserve = operation({
  id: 'exitReserve',
  summary: '出库：一批成员离开后备库，为一项可撤销的变更',
  method: 'POST',
  path: '/reserve/exit',
  permission: 'reserve:edit',
  body: z.strictObject({
    pool,
    ids: z.array(z.string()).min(1, '请选择人员').max(20_000),
    exitedOn: day,
    exitReasonCode: z.enum(['1', '2', '3', '4', '9']),
    remark: text(400),
  }),
  response: z.object({ change: z.string(), exited: z.int() }),
});

const year = z.string().regex(/^(19|20)\d\d$/, '年度应为四位数字');

export const readReserveReviews = operation({
  id: 'readReserveReviews',
  summary: '一个后备库某年度的研判：成员和各自的结论、意见',
  method: 'POST',
  path: '/reserve/reviews',
  permission: 'reserve:read',
  body: z.strictObject({ pool, year, asOf }),
  response: z.object({
    asOf: z.string(),
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        post: z.string(),
        /** The version on which an edit is based. */
        version: z.int(),
        conclusionCode: z.string(),
        opinion: z.string(),
        reviewedOn: z.string(),
        before: z.object({ year: z.string(), conclusion: z.string() }).nullable(),
      }),
    ),
  }),
});

export const writeReserveReviews = operation({
  id: 'writeReserveReviews',
  summary: '登记年度研判，为一项可撤销的变更',
  method: 'PUT',
  path: '/reserve/reviews',
  permission: 'reserve:edit',
  body: z.strictObject({
    pool,
    year,
    reviewedOn: day,
    people: z
      .array(
        z.strictObject({
          id: z.string(),
          version: z.int(),
          conclusionCode: z.enum(['1', '2', '3', '4']).nullable(),
          opinion: text(400),
        }),
      )
      .min(1)
      .max(5_000),
  }),
  response: z.object({ change: z.string(), people: z.int() }),
});

const shareGroup = z.object({ label: z.string(), count: z.int(), share: z.number() });

export const readReserveStructure = operation({
  id: 'readReserveStructure',
  summary: '一个后备库的结构：与要求相比、各项构成',
  method: 'POST',
  path: '/reserve/structure',
  permission: 'reserve:read',
  body: z.strictObject({ pool, asOf }),
  response: z.object({
    asOf: z.string(),
    members: z.int(),
    total: z.int().nullable(),
    lines: z.array(
      lineFigures.extend({
        /** Finds those who meet the line. */
        question: questionTree,
        sentence: z.string(),
      }),
    ),
    /** 性别、年龄、学历 …; the shares of each add up to 100. */
    breakdowns: z.array(z.object({ label: z.string(), groups: z.array(shareGroup) })),
  }),
});

const useFigures = {
  people: z.int(),
  promoted: z.int(),
  share: z.number().nullable(),
  months: z.number().nullable(),
};

export const readReserveUse = operation({
  id: 'readReserveUse',
  summary: '一个后备库的使用情况：提拔人数、比例和在库月数，分年度、分批次',
  method: 'POST',
  path: '/reserve/use',
  permission: 'reserve:read',
  body: z.strictObject({
    pool,
    asOf,
    /** Members on that day and what became of them since; absent: all memberships from their beginning. */
    since: day.optional(),
    /** Members of that batch alone. */
    batch: z.string().max(40).optional(),
  }),
  response: z.object({
    asOf: z.string(),
    ...useFigures,
    years: z.array(
      z.object({ year: z.string(), atEnd: z.int(), entered: z.int(), exited: z.int(), ...useFigures }),
    ),
    batches: z.array(
      z.object({
        batch: z.string(),
        enteredOn: z.string(),
        stillIn: z.int(),
        ...useFigures,
        /** Of those who entered: 女 and average age at the entry. */
        women: z.int(),
        averageAge: z.number().nullable(),
      }),
    ),
    used: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        post: z.string(),
        batch: z.string(),
        enteredOn: z.string(),
        promotedOn: z.string(),
        level: z.string(),
        months: z.int().nullable(),
      }),
    ),
  }),
});
