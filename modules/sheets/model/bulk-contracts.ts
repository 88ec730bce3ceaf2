import { z } from 'zod';
import { operation } from '#platform/model';
import { peopleScope } from '#modules/cadres';

const jobParams = z.object({ id: z.string() });

/** What became of the rows, or will. */
export const bulkCounts = z.object({
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  /** Rows that differ from a record in its date alone, whatever was said of them; those without an answer are refused. */
  asked: z.number().int().default(0),
  /** People whose records change. */
  people: z.number().int(),
});
export type BulkCounts = z.infer<typeof bulkCounts>;

/** What becomes of a row that differs from a record in its date alone: a further record, or a correction. */
export const otherDate = z.enum(['add', 'update']);
export type OtherDate = z.infer<typeof otherDate>;

/**
 * What the operator said about such rows: all alike, or `each` by the number of its row, and `otherRows` for those of which
 * nothing is said; null when nothing yet.
 */
export const dateAnswers = z.object({
  otherDate: z.enum(['add', 'update', 'each']).nullable().default(null),
  rowAnswers: z.record(z.string().regex(/^\d{1,7}$/), otherDate).default({}),
  otherRows: otherDate.nullable().default(null),
});
export type DateAnswers = z.infer<typeof dateAnswers>;

/** How the cells of a sheet are read. */
export const sheetChoice = z.object({
  clearMark: z.string().trim().max(20).default(''),
  keepUnknown: z.boolean().default(false),
  skipHidden: z.boolean().default(false),
});

/** A wrong cell: where it stands, what it says and why it cannot be taken. */
export const sheetError = z.object({
  sheet: z.string(),
  row: z.number().int(),
  /** Letters, as the program shows them. */
  column: z.string(),
  /** The head of the column. */
  heading: z.string(),
  value: z.string(),
  reason: z.string(),
  code: z.string(),
});
export type SheetError = z.infer<typeof sheetError>;

/** A record that would change, as the preview shows it. */
export const bulkChangeLine = z.object({
  /** The row of the sheet; 0 where there is none. */
  row: z.number().int(),
  person: z.string(),
  name: z.string(),
  /** `asked`: only its date differs from a record; the lines tell what it would correct. `asked-add`: of several records. */
  kind: z.enum(['created', 'updated', 'asked', 'asked-add']),
  lines: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
});
export type BulkChangeLine = z.infer<typeof bulkChangeLine>;

/** What was found in an uploaded sheet. */
export const sheetLook = z.object({
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
  sheet: z.number().int(),
  headRow: z.number().int(),
  heads: z.array(z.string()),
  mapping: z.array(z.string().nullable()),
  /** Somebody chose this mapping for the same heads before. */
  isRemembered: z.boolean(),
  /** The first rows below the head. */
  samples: z.array(z.array(z.string())),
  rows: z.number().int(),
  hiddenRows: z.number().int(),
  /** Cells below the head reach over several rows. */
  hasMergedRows: z.boolean(),
});
export type SheetLookData = z.infer<typeof sheetLook>;

export const bulkState = z.enum([
  'uploading',
  'looking',
  'mapping',
  'checking',
  'ready',
  'applying',
  'done',
  'failed',
  'cancelled',
]);
export type BulkState = z.infer<typeof bulkState>;

export const bulkStatus = z.object({
  id: z.string(),
  kind: z.enum(['sheet', 'edit', 'export', 'photos']),
  state: bulkState,
  startedAt: z.string(),
  set: z.string(),
  title: z.string(),
  look: sheetLook.nullable(),
  done: z.number().int(),
  total: z.number().int(),
  counts: bulkCounts,
  message: z.string(),
  change: z.string().nullable(),
  /** How a sheet is read. */
  choice: sheetChoice,
  /** Of a sheet: what was said about rows that differ from a record in its date alone. */
  answers: dateAnswers,
});
export type BulkStatus = z.infer<typeof bulkStatus>;

/** Where a column of a sheet can go. */
export const sheetTarget = z.object({ key: z.string(), label: z.string(), group: z.string() });

export const listSheetSets = operation({
  id: 'listSheetSets',
  summary: '可以用数据表导入的信息集',
  method: 'GET',
  path: '/sheet-sets',
  permission: 'cadre:bulk',
  response: z.object({
    sets: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        repeating: z.boolean(),
        targets: z.array(sheetTarget),
        /** What a row of a repeating set is about, and the dates that tell two rows about the same apart. */
        keys: z.array(z.string()),
        dates: z.array(z.string()),
      }),
    ),
  }),
});

export const readSheetTemplate = {
  id: 'readSheetTemplate',
  summary: '一个信息集的数据表模板（.xlsx）',
  path: '/sheet-sets/:set/template',
  permission: 'cadre:bulk',
  params: z.object({ set: z.string() }),
} as const;

export const startSheet = operation({
  id: 'startSheet',
  summary: '新建数据表导入',
  method: 'POST',
  path: '/bulk-jobs/sheets',
  permission: 'cadre:bulk',
  body: z.object({ set: z.string() }),
  response: bulkStatus,
});

export const uploadSheet = operation({
  id: 'uploadSheet',
  summary: '上传数据表（multipart，一个 .xlsx 或 .csv 文件），随即查看表头',
  method: 'POST',
  path: '/bulk-jobs/:id/file',
  permission: 'cadre:bulk',
  params: jobParams,
  response: bulkStatus,
});

/** Another sheet of the workbook, or another row as its head. */
export const chooseSheet = operation({
  id: 'chooseSheet',
  summary: '改选工作表或表头所在行',
  method: 'PUT',
  path: '/bulk-jobs/:id/sheet',
  permission: 'cadre:bulk',
  params: jobParams,
  body: z.object({
    sheet: z.number().int().min(0),
    headRow: z.number().int().min(1).max(30).nullable(),
  }),
  response: bulkStatus,
});

export const previewSheet = operation({
  id: 'previewSheet',
  summary: '按列的对应关系检查数据表，生成预览',
  method: 'POST',
  path: '/bulk-jobs/:id/preview',
  permission: 'cadre:bulk',
  params: jobParams,
  body: sheetChoice.extend(dateAnswers.shape).extend({
    mapping: z.array(z.string().max(60).nullable()).max(16_384),
  }),
  response: bulkStatus,
});

/** What a bulk edit does with one field. */
export const fieldEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), value: z.string().max(4_000) }),
  z.object({ kind: z.literal('clear') }),
  z.object({ kind: z.literal('append'), value: z.string().min(1).max(4_000) }),
  z.object({ kind: z.literal('replace'), find: z.string().min(1).max(400), value: z.string().max(4_000) }),
]);
export type FieldEdit = z.infer<typeof fieldEdit>;

export const startBulkEdit = operation({
  id: 'startBulkEdit',
  summary: '批量修改所选人员的一个项目，生成预览',
  method: 'POST',
  path: '/bulk-jobs/edits',
  permission: 'cadre:bulk',
  body: peopleScope.extend({
    set: z.string(),
    field: z.string(),
    edit: fieldEdit,
    /** Of a repeating set only the rows in which this field has this value, as one reads it. */
    where: z
      .object({ field: z.string(), value: z.string().max(400) })
      .nullable()
      .default(null),
  }),
  response: bulkStatus,
});

/** Opens an import of photos; the files follow by `POST /bulk-jobs/:id/photos`, several requests if need be. */
export const startPhotos = operation({
  id: 'startPhotos',
  summary: '新建批量照片导入',
  method: 'POST',
  path: '/bulk-jobs/photos',
  permission: 'cadre:bulk',
  response: bulkStatus,
});

export const uploadPhotos = operation({
  id: 'uploadPhotos',
  summary: '上传照片或照片的 zip 压缩包（multipart），按文件名中的姓名或身份证号对应到人',
  method: 'POST',
  path: '/bulk-jobs/:id/photos',
  permission: 'cadre:bulk',
  params: jobParams,
  response: z.object({ files: z.number().int() }),
});

export const previewPhotos = operation({
  id: 'previewPhotos',
  summary: '检查已上传的照片，生成预览',
  method: 'POST',
  path: '/bulk-jobs/:id/photo-preview',
  permission: 'cadre:bulk',
  params: jobParams,
  /** Doubts (small, blurred, old …) are no reason to leave a photo out. */
  body: z.object({ takeDoubtful: z.boolean().default(false) }),
  response: bulkStatus,
});

export const startSheetExport = operation({
  id: 'startSheetExport',
  summary: '把所选人员的一个信息集导出为数据表，改后可以再导入',
  method: 'POST',
  path: '/bulk-jobs/exports',
  permission: 'cadre:bulk',
  body: peopleScope.extend({ set: z.string() }),
  response: bulkStatus,
});

export const readBulkJob = operation({
  id: 'readBulkJob',
  summary: '批量工作的进度与结果',
  method: 'GET',
  path: '/bulk-jobs/:id',
  permission: 'cadre:bulk',
  params: jobParams,
  response: bulkStatus,
});

export const listBulkJobs = operation({
  id: 'listBulkJobs',
  summary: '近期的批量工作',
  method: 'GET',
  path: '/bulk-jobs',
  permission: 'cadre:bulk',
  response: z.object({ jobs: z.array(bulkStatus) }),
});

const page = z.object({
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});

export const listBulkErrors = operation({
  id: 'listBulkErrors',
  summary: '预览中有误的单元格',
  method: 'GET',
  path: '/bulk-jobs/:id/errors',
  permission: 'cadre:bulk',
  params: jobParams,
  query: page,
  response: z.object({ total: z.number().int(), errors: z.array(sheetError) }),
});

export const listBulkChanges = operation({
  id: 'listBulkChanges',
  summary: '预览中将要改变的记录；只保存前面的几千条供查看',
  method: 'GET',
  path: '/bulk-jobs/:id/changes',
  permission: 'cadre:bulk',
  params: jobParams,
  query: page.extend({
    /** What would be written, or the rows of which the operator is asked. */
    of: z.enum(['changes', 'questions']).default('changes'),
  }),
  response: z.object({ total: z.number().int(), changes: z.array(bulkChangeLine) }),
});

export const applyBulkJob = operation({
  id: 'applyBulkJob',
  summary: '写入；有误的行不写入，其余作为一次变更，可整体撤销',
  method: 'POST',
  path: '/bulk-jobs/:id/apply',
  permission: 'cadre:bulk',
  params: jobParams,
  body: z.object({ acceptGood: z.boolean().default(false) }),
  response: bulkStatus,
});

export const cancelBulkJob = operation({
  id: 'cancelBulkJob',
  summary: '取消批量工作',
  method: 'DELETE',
  path: '/bulk-jobs/:id',
  permission: 'cadre:bulk',
  params: jobParams,
  response: z.object({}),
});

export const readMarkedCopy = {
  id: 'readMarkedCopy',
  summary: '标出错误的数据表副本',
  path: '/bulk-jobs/:id/marked',
  permission: 'cadre:bulk',
  params: jobParams,
} as const;

export const readSheetExport = {
  id: 'readSheetExport',
  summary: '导出的数据表',
  path: '/bulk-jobs/:id/export',
  permission: 'cadre:bulk',
  params: jobParams,
} as const;
