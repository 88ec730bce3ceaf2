import { z } from 'zod';
import { operation } from '#platform/model';

const params = z.object({ id: z.string() });

const template = z.object({
  id: z.string(),
  name: z.string(),
  fileName: z.string(),
  format: z.enum(['xlsx', 'docx']),
  size: z.int(),
  uploadedAt: z.string(),
  uploadedByName: z.string(),
});

export const listRosterTemplates = operation({
  id: 'listRosterTemplates',
  summary: '名册模板，和模板中可用的占位符',
  method: 'GET',
  path: '/rosters/templates',
  permission: 'roster:read',
  response: z.object({
    templates: z.array(template),
    /** Outside the rows: 标题, 截止时间 … */
    headKeys: z.array(z.string()),
    /** Between {#人员} and {/人员}: 姓名, 职务 … */
    rowKeys: z.array(z.string()),
  }),
});

export const uploadRosterTemplate = operation({
  id: 'uploadRosterTemplate',
  summary: '上传名册模板（multipart，字段 file，.docx 或 .xlsx）；占位符有错时逐一指出位置并拒绝',
  method: 'POST',
  path: '/rosters/templates',
  permission: 'roster:edit',
  response: template,
});

export const removeRosterTemplate = operation({
  id: 'removeRosterTemplate',
  summary: '删除名册模板',
  method: 'DELETE',
  path: '/rosters/templates/:id',
  permission: 'roster:edit',
  params,
  response: z.object({}),
});

export const readRosterTemplateFile = {
  id: 'readRosterTemplateFile',
  summary: '下载名册模板',
  path: '/rosters/templates/:id/file',
  permission: 'roster:read',
  params,
} as const;
