import { z } from 'zod';
import { operation } from '#platform/model';
import { tableBuckets, type TableBucket } from './buckets.ts';

const asOf = z.iso.date('截止日期应为 2020-06-30 的格式').optional();
const unit = z.string().max(60);
/** What every table is asked with; without a unit it is of everything within reach. */
const asked = z.strictObject({ asOf, unit: unit.optional() });
const bucket = z.enum(tableBuckets as readonly [TableBucket, ...TableBucket[]]);

/** What every answer says of itself. */
const head = {
  /** The reference date (截止时间). */
  asOf: z.string(),
  /** An ISO instant. */
  generatedAt: z.string(),
};

const unitHead = z.object({
  id: z.string(),
  /** As it was called on the reference date. */
  name: z.string(),
  depth: z.int(),
  kindCode: z.string(),
  /** 机构级别 in words; empty where it is not known. */
  level: z.string(),
  /** It has ended by the reference date; people are still recorded in it. */
  isEnded: z.boolean(),
});
export type QuotaUnit = z.infer<typeof unitHead>;

const quotaLine = z.object({
  unit: z.string(),
  bucket,
  /** Null when nobody knows. */
  approved: z.int().nullable(),
  /** The document of the number; empty where it is that of the unit's record. */
  documentNo: z.string(),
  /** The number by ratio, of ranks. */
  limit: z.int().nullable(),
  filled: z.int(),
  vacancy: z.int(),
  excess: z.int(),
  notCounted: z.int(),
});
export type ToldLine = z.infer<typeof quotaLine>;

export const readQuotaTable = operation({
  id: 'readQuotaTable',
  summary: '职数配备表：每个机构各类职数的核定、实配、空缺、超配',
  method: 'POST',
  path: '/quotas/table',
  permission: 'quota:read',
  body: asked,
  response: z.object({ ...head, units: z.array(unitHead), lines: z.array(quotaLine) }),
});

/** A person behind a number; who is out of the reader's reach has no id and no name of their own. */
const quotaName = z.object({
  id: z.string().nullable(),
  name: z.string(),
  counted: z.boolean(),
  /** Why it counts or not. */
  reason: z.string(),
  /** The post, or the rank. */
  title: z.string(),
  /** Since when the place is filled so; empty where it is not known. */
  since: z.string(),
  unitName: z.string(),
  isConcurrent: z.boolean(),
});
export type QuotaName = z.infer<typeof quotaName>;

export const readQuotaNames = operation({
  id: 'readQuotaNames',
  summary: '一类职数的名单：每个人占不占职数、为什么',
  method: 'POST',
  path: '/quotas/names',
  permission: 'quota:read',
  body: z.strictObject({ asOf, unit, bucket }),
  response: z.object({ ...head, line: quotaLine.nullable(), names: z.array(quotaName) }),
});

const staffKind = z.object({
  /** Of ZB135. */
  kind: z.string(),
  label: z.string(),
  approved: z.int().nullable(),
  documentNo: z.string(),
  real: z.int(),
  vacant: z.int().nullable(),
});

export const readHeadcount = operation({
  id: 'readHeadcount',
  summary: '编制情况：按编制类型的核定、实有、空编',
  method: 'POST',
  path: '/quotas/headcount',
  permission: 'quota:read',
  body: asked,
  response: z.object({
    ...head,
    kinds: z.array(z.object({ kind: z.string(), label: z.string() })),
    rows: z.array(z.object({ unit: unitHead, kinds: z.array(staffKind) })),
  }),
});

export const readHeadcountNames = operation({
  id: 'readHeadcountNames',
  summary: '一个机构某类编制的在职人员名单',
  method: 'POST',
  path: '/quotas/headcount/names',
  permission: 'quota:read',
  body: z.strictObject({ asOf, unit, kind: z.string().max(8) }),
  response: z.object({ ...head, names: z.array(quotaName) }),
});

const rankLine = quotaLine.extend({
  /** Of those who count: beside a leading post (兼任职级). */
  concurrent: z.int(),
  /** 军转干部首次套转, not counted. */
  exMilitary: z.int(),
  /** 区级领导班子成员, not counted. */
  districtTeam: z.int(),
});

export const readRankTable = operation({
  id: 'readRankTable',
  summary: '职级职数使用情况：按统筹单位和职级组',
  method: 'POST',
  path: '/quotas/ranks',
  permission: 'quota:read',
  body: asked,
  response: z.object({
    ...head,
    pools: z.array(
      z.object({
        unit: unitHead,
        /** 行政编制 of the pool, of which ranks are shares. */
        staff: z.int(),
        /** How many legal units use it. */
        units: z.int(),
        lines: z.array(rankLine),
      }),
    ),
  }),
});

const vacancyRow = z.object({
  unit: z.string(),
  unitName: z.string(),
  bucket,
  /** The slot, or the kind of post where the unit has no slots of it. */
  post: z.string(),
  /** Null where nobody is known to have held it. */
  since: z.string().nullable(),
  months: z.int().nullable(),
  /** Who held it last, and how they left; empty where nobody is known. */
  last: z.string(),
  reason: z.string(),
});
export type VacancyRow = z.infer<typeof vacancyRow>;

export const readVacancies = operation({
  id: 'readVacancies',
  summary: '空缺岗位清单：空缺时间、月数、原任和原因',
  method: 'POST',
  path: '/quotas/vacancies',
  permission: 'quota:read',
  body: asked,
  response: z.object({ ...head, rows: z.array(vacancyRow) }),
});

export const alertKinds = {
  over: '超职数配备',
  ratio: '职级超比例',
  principalVacant: '正职长期空缺',
  comingVacancy: '即将空缺',
  endedUnit: '已撤销机构仍有在任人员',
  noNumber: '未登记核定职数',
  expired: '核定文件到期',
  noDocument: '不占职数无文号',
  twoPlaces: '一人占两个职数',
  noSlot: '无对应职位',
} as const;
export type AlertKind = keyof typeof alertKinds;

const alert = z.object({
  kind: z.enum(Object.keys(alertKinds) as [AlertKind, ...AlertKind[]]),
  unit: z.string(),
  unitName: z.string(),
  bucket: bucket.nullable(),
  /** A sentence that says what and what to do. */
  message: z.string(),
  people: z.array(z.object({ id: z.string().nullable(), name: z.string() })),
});
export type QuotaAlert = z.infer<typeof alert>;

export const readQuotaAlerts = operation({
  id: 'readQuotaAlerts',
  summary: '职数预警',
  method: 'POST',
  path: '/quotas/alerts',
  permission: 'quota:read',
  body: asked,
  response: z.object({
    ...head,
    /** From how many months a vacant principal post is told, and how many ahead a retirement. */
    months: z.object({ vacant: z.int(), coming: z.int() }),
    alerts: z.array(alert),
  }),
});

const holder = z.object({
  id: z.string().nullable(),
  name: z.string(),
  /** The titles held in the unit. */
  titles: z.string(),
  since: z.string(),
  order: z.int().nullable(),
  counted: z.boolean().nullable(),
  reason: z.string(),
  /** 主职, 兼职 or 挂职. */
  kind: z.enum(['main', 'concurrent', 'attached']),
});
export type TeamHolder = z.infer<typeof holder>;

const teamSlot = z.object({
  id: z.string(),
  title: z.string(),
  roleCode: z.string(),
  places: z.int(),
  counted: z.boolean(),
  level: z.string(),
  sensitive: z.string(),
  holders: z.array(holder),
});

export const readTeam = operation({
  id: 'readTeam',
  summary: '一个机构的班子：职位、任职人员及任职时间、主兼职',
  method: 'POST',
  path: '/quotas/team',
  permission: 'quota:read',
  body: z.strictObject({ asOf, unit }),
  response: z.object({
    ...head,
    unit: unitHead,
    slots: z.array(teamSlot),
    /** Members whose posts fill no slot of the unit. */
    others: z.array(holder),
    lines: z.array(quotaLine),
  }),
});

export const orderTeam = operation({
  id: 'orderTeam',
  summary: '排定班子成员次序（集体内排序）',
  method: 'PUT',
  path: '/quotas/team/order',
  permission: 'cadre:edit',
  body: z.strictObject({ unit, people: z.array(z.string().max(60)).min(1).max(200) }),
  response: z.object({ changed: z.int() }),
});

export const assignSlot = operation({
  id: 'assignSlot',
  summary: '把任职对应到职位，或取消对应',
  method: 'PUT',
  path: '/quotas/team/slot',
  permission: 'cadre:edit',
  body: z.strictObject({ unit, person: z.string().max(60), slot: z.string().max(60).nullable() }),
  response: z.object({ changed: z.int() }),
});

export const readPostPortrait = operation({
  id: 'readPostPortrait',
  summary: '职位历任：谁任过、任了多久、后来去了哪里',
  method: 'POST',
  path: '/quotas/portrait',
  permission: 'quota:read',
  body: z
    .strictObject({ asOf, unit, slot: z.string().max(60).optional(), title: z.string().max(200).optional() })
    .refine(({ slot, title }) => (slot === undefined) !== (title === undefined), '请选择职位或职务名称'),
  response: z.object({
    ...head,
    title: z.string(),
    /** Months in office of those who have left; null without any. */
    averageMonths: z.int().nullable(),
    holders: z.array(
      z.object({
        id: z.string().nullable(),
        name: z.string(),
        titles: z.string(),
        from: z.string(),
        /** Empty while it is held. */
        to: z.string(),
        months: z.int().nullable(),
        /** The post that followed, or how the person left; empty where nothing is known. */
        next: z.string(),
      }),
    ),
  }),
});

const newPost = z.strictObject({
  unit: unit.nullable(),
  title: z.string().trim().min(1, '请填写职务名称').max(100),
  roleCode: z.enum(['1', '3', 'Z']).nullable(),
  isPrimary: z.boolean().default(true),
  isAttached: z.boolean().default(false),
  isExempt: z.boolean().default(false),
});

export const planQuotas = operation({
  id: 'planQuotas',
  summary: '职数推演：一批任免之后各类职数的变化',
  method: 'POST',
  path: '/quotas/what-if',
  permission: 'quota:read',
  body: z.strictObject({
    asOf,
    moves: z
      .array(
        z.strictObject({
          person: z.string().max(60),
          /** Rows of 职务 (A02) that end. */
          ends: z.array(z.string().max(60)).max(20).default([]),
          begins: z.array(newPost).max(5).default([]),
          /** ZB148; null ends the rank held. */
          rank: z.string().max(4).nullable().optional(),
          leaves: z.boolean().default(false),
        }),
      )
      .max(500),
  }),
  response: z.object({
    ...head,
    lines: z.array(
      quotaLine.extend({
        unitName: z.string(),
        released: z.array(z.string()),
        pending: z.array(z.string()),
        projected: z.int(),
        projectedExcess: z.int(),
      }),
    ),
    /** Everybody who moves, with what they fill after it, each place with why it counts or not; none where they fill none. */
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        places: z.array(z.object({ unitName: z.string(), counted: z.boolean(), reason: z.string() })),
      }),
    ),
  }),
});

export const quotaExports = {
  teams: '领导班子职数配备一览表',
  ranks: '职级职数使用情况表',
  excess: '超职数消化情况表',
  vacancies: '空缺岗位清单',
  headcount: '编制情况表',
} as const;
export type QuotaExport = keyof typeof quotaExports;

export const exportQuotas = operation({
  id: 'exportQuotas',
  summary: '导出职数编制表（Excel 或 Word），十分钟内取文件',
  method: 'POST',
  path: '/quotas/export',
  permission: 'roster:export',
  body: z.strictObject({
    asOf,
    unit: unit.optional(),
    table: z.enum(Object.keys(quotaExports) as [QuotaExport, ...QuotaExport[]]),
    format: z.enum(['xlsx', 'docx']),
  }),
  response: z.object({ file: z.string() }),
});

export const readQuotaFile = {
  id: 'readQuotaFile',
  summary: '下载导出的职数编制表',
  path: '/quotas/files/:id',
  permission: 'roster:export',
  params: z.object({ id: z.string().max(60) }),
} as const;
