import { z } from 'zod';
import { operation } from '#platform/model';
import { peopleScope } from '#modules/cadres';
import { unitChoice } from '#modules/organization';

const importParams = z.object({ id: z.string() });

/** What became of a form, or will: `ambiguous` waits for the operator's choice. */
export const itemState = z.enum(['created', 'updated', 'unchanged', 'refused', 'ambiguous']);
export type ItemState = z.infer<typeof itemState>;

export const problemSchema = z.object({
  file: z.string(),
  level: z.enum(['error', 'warning']),
  code: z.string(),
  field: z.string(),
  value: z.string(),
  message: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;

export const importCounts = z.object({
  forms: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  skipped: z.number().int(),
  warnings: z.number().int(),
});
export type ImportCounts = z.infer<typeof importCounts>;

/** An import from upload to the end. */
export const importStatus = z.object({
  id: z.string(),
  state: z.enum(['uploading', 'reading', 'ready', 'applying', 'done', 'failed', 'cancelled']),
  startedAt: z.string(),
  /** Forms read or written so far, and how many there are as far as known. */
  done: z.number().int(),
  total: z.number().int(),
  counts: importCounts,
  ambiguous: z.number().int(),
  /** A Chinese sentence when it failed. */
  message: z.string(),
  change: z.string().nullable(),
});
export type ImportStatus = z.infer<typeof importStatus>;

/** Opens an import; the files follow by `POST /imports/:id/files` (multipart), several requests if need be. */
export const startImport = operation({
  id: 'startImport',
  summary: '新建导入',
  method: 'POST',
  path: '/imports',
  permission: 'form:import',
  response: z.object({ id: z.string() }),
});

export const uploadImportFiles = operation({
  id: 'uploadImportFiles',
  summary: '上传要导入的文件（multipart，字段 files，文件名带相对路径）',
  method: 'POST',
  path: '/imports/:id/files',
  permission: 'form:import',
  params: importParams,
  response: z.object({ files: z.number().int() }),
});

/** All files are there: reads them and prepares the preview. */
export const previewImport = operation({
  id: 'previewImport',
  summary: '读取已上传的文件，生成预览',
  method: 'POST',
  path: '/imports/:id/preview',
  permission: 'form:import',
  params: importParams,
  response: importStatus,
});

export const readImport = operation({
  id: 'readImport',
  summary: '导入的进度与结果',
  method: 'GET',
  path: '/imports/:id',
  permission: 'form:import',
  params: importParams,
  response: importStatus,
});

export const listImports = operation({
  id: 'listImports',
  summary: '近期的导入',
  method: 'GET',
  path: '/imports',
  permission: 'form:import',
  response: z.object({ imports: z.array(importStatus) }),
});

export const importItem = z.object({
  /** Its number within the import. */
  n: z.number().int(),
  file: z.string(),
  name: z.string(),
  state: itemState,
  /** The person that it would change. */
  person: z.string().nullable(),
  /** People it could be, when that is not clear. */
  candidates: z.array(
    z.object({ id: z.string(), name: z.string(), birth: z.string(), post: z.string(), reason: z.string() }),
  ),
  /** Field by field what would change. */
  differences: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
  problems: z.array(problemSchema),
  /** The unit read from 现任职务. */
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** How 现任职务 names a unit that is not known; empty otherwise. Absent in older previews. */
  unitWords: z.string().optional(),
  /** The operator's choice: leave out, make a new person, or change that person. */
  choice: z.union([z.literal('skip'), z.literal('create'), z.string()]).nullable(),
});
export type ImportItem = z.infer<typeof importItem>;

export const listImportItems = operation({
  id: 'listImportItems',
  summary: '导入预览的明细',
  method: 'GET',
  path: '/imports/:id/items',
  permission: 'form:import',
  params: importParams,
  query: z.object({
    state: itemState.optional(),
    page: z.coerce.number().int().min(1).default(1),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({ total: z.number().int(), items: z.array(importItem) }),
});

/** The units that forms of new people name and nobody knows, those of most people first. */
export const listUnknownUnits = operation({
  id: 'listUnknownUnits',
  summary: '导入预览中未能识别的机构名称，附候选机构',
  method: 'GET',
  path: '/imports/:id/unknown-units',
  permission: 'form:import',
  params: importParams,
  response: z.object({
    units: z.array(
      z.object({
        name: z.string(),
        people: z.number().int(),
        /** What has been said since the preview: a unit, or null for none of ours. */
        unit: z.string().nullable().optional(),
        candidates: z.array(unitChoice),
      }),
    ),
  }),
});

export const chooseImportItem = operation({
  id: 'chooseImportItem',
  summary: '对一份表作出选择：不导入、新增或更新某人',
  method: 'PUT',
  path: '/imports/:id/items/:n',
  permission: 'form:import',
  params: z.object({ id: z.string(), n: z.coerce.number().int() }),
  body: z.object({ choice: z.string().max(64).nullable() }),
  response: importItem,
});

export const applyImport = operation({
  id: 'applyImport',
  summary: '写入；全部成功或全部不写入，可整体撤销',
  method: 'POST',
  path: '/imports/:id/apply',
  permission: 'form:import',
  params: importParams,
  /** `unit`: where new people go; `none` is 未归属; null: each where its 现任职务 says, else 未归属. */
  body: z.object({ unit: z.string().nullable() }),
  response: importStatus,
});

export const cancelImport = operation({
  id: 'cancelImport',
  summary: '取消导入',
  method: 'DELETE',
  path: '/imports/:id',
  permission: 'form:import',
  params: importParams,
  response: z.object({}),
});

export const exportFormat = z.enum(['lrmx', 'lrm', 'docx', 'pdf', 'jsonl', 'csv']);
export type ExportFormat = z.infer<typeof exportFormat>;

export const exportStatus = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  startedAt: z.string(),
  format: exportFormat,
  done: z.number().int(),
  total: z.number().int(),
  fileName: z.string(),
  /** Bytes of the finished file. */
  size: z.number().int(),
  message: z.string(),
});
export type ExportStatus = z.infer<typeof exportStatus>;

/** Starts writing forms or data of the people chosen into one file. */
export const startExport = operation({
  id: 'startExport',
  summary: '导出',
  method: 'POST',
  path: '/exports',
  permission: 'form:export',
  body: peopleScope.extend({
    format: exportFormat,
    variant: z.enum(['A4', 'B5', 'archive']).default('A4'),
    /** The set of a CSV. */
    set: z.string().optional(),
    subject: z.enum(['cadres', 'units']).default('cadres'),
  }),
  response: exportStatus,
});

export const readExport = operation({
  id: 'readExport',
  summary: '导出的进度',
  method: 'GET',
  path: '/exports/:id',
  permission: 'form:export',
  params: importParams,
  response: exportStatus,
});

export const listExports = operation({
  id: 'listExports',
  summary: '近期的导出',
  method: 'GET',
  path: '/exports',
  permission: 'form:export',
  response: z.object({ exports: z.array(exportStatus) }),
});

export const cancelExport = operation({
  id: 'cancelExport',
  summary: '停止并删除导出',
  method: 'DELETE',
  path: '/exports/:id',
  permission: 'form:export',
  params: importParams,
  response: z.object({}),
});

/** One person's form as a file. */
export const readFormFile = {
  id: 'readFormFile',
  summary: '一名干部的任免审批表文件',
  path: '/cadres/:id/form.:format',
  permission: 'form:export',
  params: z.object({ id: z.string(), format: z.enum(['lrmx', 'lrm', 'docx', 'pdf']) }),
  query: z.object({ variant: z.enum(['A4', 'B5', 'archive']).default('A4') }),
} as const;

export const readExportFile = {
  id: 'readExportFile',
  summary: '导出的文件',
  path: '/exports/:id/file',
  permission: 'form:export',
  params: importParams,
} as const;
