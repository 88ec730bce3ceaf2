import { z } from 'zod';
import {
  findingSchema,
  historyEntrySchema,
  operation,
  recordRowSchema,
  storedSetSchema,
} from '#platform/model';

const personParams = z.object({ id: z.string() });

/**
 * Whom something is done for: the people named, or a unit with all below it (`none`: 未归属), or everybody; `except`
 * leaves some of these out. Whoever wants a whole list names it as such, however long it is.
 */
export const peopleScope = z.object({
  ids: z.array(z.string()).max(20_000).optional(),
  unit: z.string().optional(),
  except: z.array(z.string()).max(20_000).optional(),
});
export type PeopleScope = z.infer<typeof peopleScope>;

/** The columns of the list when the user chose none. */
export const defaultColumns: readonly string[] = [
  'A01.sexCode',
  'A01.birthDate',
  'A01.ethnicCode',
  'A01.currentPostFull',
  'A01.positionLevelCode',
  'A01.fullTimeEducation',
  'A01.inServiceEducation',
  'A01.politicalStatusCode',
  'A01.partyJoinDate',
];

export const listCadres = operation({
  id: 'listCadres',
  summary: '干部名单：按机构，或按姓名、拼音首字母、身份证号查找',
  method: 'POST',
  // A POST, because what is looked for is personal and must not stand in a URL.
  path: '/cadres/list',
  permission: 'cadre:read',
  body: z.object({
    /** A unit with all below it; `none` for people without a known unit (未归属); absent for everybody. */
    unit: z.string().optional(),
    /** Name, part of it, pinyin initials, or ID number. */
    find: z.string().max(60).optional(),
    columns: z.array(z.string()).max(40).optional(),
    page: z.number().int().min(1).default(1),
    size: z.number().int().min(1).max(500).default(50),
  }),
  response: z.object({
    total: z.number().int(),
    columns: z.array(z.object({ path: z.string(), label: z.string() })),
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        unit: z.string(),
        photo: z.string().nullable(),
        cells: z.array(z.string()),
      }),
    ),
  }),
});

export const countByUnit = operation({
  id: 'countByUnit',
  summary: '各机构的干部人数（不含下级）',
  method: 'GET',
  path: '/cadres/counts',
  permission: 'cadre:read',
  response: z.object({
    total: z.number().int(),
    unplaced: z.number().int(),
    units: z.record(z.string(), z.number().int()),
  }),
});

export const createCadre = operation({
  id: 'createCadre',
  summary: '新增干部',
  method: 'POST',
  path: '/cadres',
  permission: 'cadre:edit',
  body: z.object({
    name: z.string().trim().min(1, '请填写姓名').max(36, '姓名不能超过 36 个字'),
    unit: z.string().nullable(),
  }),
  response: z.object({ id: z.string() }),
});

/** The form's values as they travel: the picture by its file hash. */
export const formValues = z.object({
  texts: z.record(z.string(), z.string()),
  family: z.array(
    z.object({
      relation: z.string(),
      name: z.string(),
      birth: z.string(),
      politicalStatus: z.string(),
      workUnitAndPost: z.string(),
    }),
  ),
  photo: z.string().nullable(),
});

export const readCadre = operation({
  id: 'readCadre',
  summary: '一名干部的全部信息集、任免表内容和疑点',
  method: 'GET',
  path: '/cadres/:id',
  permission: 'cadre:read',
  params: personParams,
  response: z.object({
    id: z.string(),
    name: z.string(),
    removed: z.boolean(),
    unit: z.object({ id: z.string(), name: z.string(), path: z.array(z.string()) }).nullable(),
    sets: z.record(z.string(), storedSetSchema),
    form: formValues,
    warnings: z.array(findingSchema),
  }),
});

export const editSet = operation({
  id: 'editSet',
  summary: '保存一名干部的一个信息集；版本不符时返回双方内容',
  method: 'PUT',
  path: '/cadres/:id/sets/:set',
  permission: 'cadre:edit',
  params: z.object({ id: z.string(), set: z.string() }),
  body: z.object({
    version: z.number().int().min(0),
    rows: z.array(recordRowSchema).max(2000),
    reason: z.string().max(500).optional(),
  }),
  response: z.object({ version: z.number().int() }),
});

export const alignResumeOperation = operation({
  id: 'alignResume',
  summary: '由简历全文生成简历段，或由简历段生成简历全文',
  method: 'POST',
  path: '/cadres/:id/resume',
  permission: 'cadre:edit',
  params: personParams,
  body: z.object({ from: z.enum(['text', 'rows']) }),
  response: z.object({}),
});

export const removeCadre = operation({
  id: 'removeCadre',
  summary: '删除一名干部（可撤销）',
  method: 'DELETE',
  path: '/cadres/:id',
  permission: 'cadre:edit',
  params: personParams,
  response: z.object({ change: z.string() }),
});

export const readHistoryOfCadre = operation({
  id: 'readHistoryOfCadre',
  summary: '一名干部的变更记录',
  method: 'GET',
  path: '/cadres/:id/history',
  permission: 'journal:read',
  params: personParams,
  response: z.object({ entries: z.array(historyEntrySchema) }),
});

/** A row read from the résumé or the form's texts that is not a record yet. */
export const suggestionSchema = z.object({
  /** Stable while the text is the same. */
  key: z.string(),
  set: z.enum(['A02', 'A08']),
  /** The line that it was read from. */
  source: z.string(),
  /** The row that accepting would add. */
  row: recordRowSchema,
  /** What of the line was not understood; shown marked. */
  unclear: z.array(z.string()),
  /** The fields as people read them. */
  preview: z.array(z.object({ label: z.string(), value: z.string() })),
});

export const readSuggestions = operation({
  id: 'readSuggestions',
  summary: '从简历和任免表文字读出的任职、学历建议',
  method: 'GET',
  path: '/cadres/:id/suggestions',
  permission: 'cadre:read',
  params: personParams,
  response: z.object({ suggestions: z.array(suggestionSchema) }),
});

export const acceptSuggestions = operation({
  id: 'acceptSuggestions',
  summary: '采纳建议，写入任职或学历信息集',
  method: 'POST',
  path: '/cadres/:id/suggestions',
  permission: 'cadre:edit',
  params: personParams,
  body: z.object({ keys: z.array(z.string()).min(1).max(500) }),
  response: z.object({ accepted: z.number().int() }),
});

export const previewSuggestionBatch = operation({
  id: 'previewSuggestionBatch',
  summary: '批量采纳建议前的预览',
  method: 'POST',
  path: '/suggestions/preview',
  permission: 'cadre:read',
  body: peopleScope.extend({
    /** Shows those with something not understood too, as they would then be accepted. */
    includeUnclear: z.boolean().default(false),
    page: z.number().int().min(1).default(1),
  }),
  response: z.object({
    /** Those for whom something would be accepted. */
    people: z.number().int(),
    /** All that there are, and those of them with something not understood. */
    suggestions: z.number().int(),
    unclear: z.number().int(),
    sample: z.array(z.object({ id: z.string(), name: z.string(), suggestions: z.array(suggestionSchema) })),
  }),
});

export const acceptSuggestionBatch = operation({
  id: 'acceptSuggestionBatch',
  summary: '批量采纳建议，作为一项可撤销的变更',
  method: 'POST',
  path: '/suggestions',
  permission: 'cadre:edit',
  body: peopleScope.extend({ includeUnclear: z.boolean().default(false) }),
  response: z.object({ people: z.number().int(), accepted: z.number().int(), change: z.string().nullable() }),
});

export const undoOperation = operation({
  id: 'undoChange',
  summary: '撤销一项变更',
  method: 'POST',
  path: '/changes/:id/undo',
  permission: 'journal:undo',
  params: z.object({ id: z.string() }),
  body: z.object({ reason: z.string().max(500).optional() }),
  response: z.object({ change: z.string() }),
});

export const listChanges = operation({
  id: 'listChanges',
  summary: '最近的变更',
  method: 'GET',
  path: '/changes',
  permission: 'journal:read',
  response: z.object({ changes: z.array(historyEntrySchema.omit({ event: true, lines: true })) }),
});

/** The picture; `v` names the version so that the browser may keep it. */
export const readPhotoFile = {
  id: 'readPhoto',
  summary: '干部照片',
  path: '/cadres/:id/photo',
  permission: 'cadre:sensitive',
  params: personParams,
  query: z.object({ v: z.string().max(64).optional() }),
} as const;

export const uploadPhoto = operation({
  id: 'uploadPhoto',
  summary: '上传照片（multipart，字段 photo）',
  method: 'POST',
  path: '/cadres/:id/photo',
  permission: 'cadre:edit',
  params: personParams,
  query: z.object({ takenOn: z.string().max(10).optional() }),
  response: z.object({ photo: z.string() }),
});
