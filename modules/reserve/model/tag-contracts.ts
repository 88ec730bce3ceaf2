import { z } from 'zod';
import { operation } from '#platform/model';
import { day, peopleChosen } from './contracts.ts';
import { tagKind, tagList, tagName } from './tags/delivered-tags.ts';

const tag = z.strictObject({ kind: tagKind, name: tagName });

export const readTags = operation({
  id: 'readTags',
  summary: '标签目录，及各标签的人数',
  method: 'GET',
  path: '/reserve/tags',
  permission: 'cadre:read',
  response: z.object({
    /** The controlled list. */
    list: tagList,
    /** Every tag that is on the list or used, with its people within reach, the listed ones first in their order. */
    tags: z.array(z.object({ kind: tagKind, name: z.string(), listed: z.boolean(), people: z.int() })),
    version: z.int(),
    edited: z.object({ by: z.string(), at: z.string() }).nullable(),
  }),
});

export const saveTags = operation({
  id: 'saveTags',
  summary: '修改标签目录；版本不符时拒绝',
  method: 'PUT',
  path: '/reserve/tags',
  permission: 'reserve:edit',
  body: z.strictObject({ list: tagList, version: z.int() }),
  response: z.object({ version: z.int() }),
});

export const mergeTags = operation({
  id: 'mergeTags',
  summary: '标签改名或合并：全部人员一并修改，为一项可撤销的变更；可先预览',
  method: 'POST',
  path: '/reserve/tags/merge',
  permission: 'reserve:edit',
  body: z.strictObject({
    from: z.array(tag).min(1).max(50),
    to: tag,
    version: z.int(),
    preview: z.boolean(),
  }),
  response: z.object({
    people: z.int(),
    names: z.array(z.string()),
    /** Null in a preview, and when nobody had the tags and only the list changed. */
    change: z.string().nullable(),
    version: z.int(),
  }),
});

export const tagPeople = operation({
  id: 'tagPeople',
  summary: '给一批人加上或去掉标签，为一项可撤销的变更',
  method: 'POST',
  path: '/reserve/tags/people',
  permission: 'cadre:bulk',
  body: z.strictObject({
    people: peopleChosen,
    tag,
    does: z.enum(['add', 'remove']),
    note: z.string().trim().max(400).default(''),
    recognizedOn: day.or(z.literal('')).default(''),
  }),
  response: z.object({ change: z.string().nullable(), changed: z.int(), unchanged: z.int() }),
});
