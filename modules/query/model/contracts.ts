import { z } from 'zod';
import {
  bandSetSchema,
  catalogueFieldSchema,
  catalogueSetSchema,
  codeListSchema,
  conditionTree,
  fieldKind,
  operation,
} from '#platform/model';
import { answered, asked, cellValue, groupKeySchema, groupSchema, sortKeySchema } from './asking.ts';

export const readQueryFields = operation({
  id: 'readQueryFields',
  summary: '可以查询、统计的字段，及其代码表和分段',
  method: 'GET',
  path: '/query/fields',
  permission: 'query:run',
  response: z.object({
    /** Without the sensitive ones for whoever may not see them. */
    fields: z.array(catalogueFieldSchema),
    sets: z.array(catalogueSetSchema),
    codes: z.array(codeListSchema),
    bandSets: z.array(bandSetSchema),
  }),
});

/** All questions travel in bodies, because names and numbers in them are personal and must not stand in a URL. */
export const runQuery = operation({
  id: 'runQuery',
  summary: '查询：符合条件的人数和名单',
  method: 'POST',
  path: '/query',
  permission: 'query:run',
  body: z.strictObject({
    ...asked,
    columns: z.array(z.string()).max(60).optional(),
    sort: z.array(sortKeySchema).max(6).optional(),
    from: z.int().min(0).default(0),
    size: z.int().min(0).max(500).default(50),
    /** Counts the people that each node of the tree finds by itself. */
    counts: z.boolean().default(false),
  }),
  response: z.object({
    ...answered,
    /** The question in words. */
    sentence: z.string(),
    columns: z.array(z.object({ name: z.string(), label: z.string(), kind: fieldKind })),
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        values: z.array(cellValue),
        /** The same cells as people read them; several rows of a set stand one below the other. */
        texts: z.array(z.string()),
      }),
    ),
    /**
     * By the place of the node in the question, `where.of[1]`; `''` is the whole population. A node on the rows of a set
     * counts the people who have a row that meets it.
     */
    nodeCounts: z.array(z.object({ path: z.string(), count: z.int() })).optional(),
  }),
});

export const runQueryIds = operation({
  id: 'runQueryIds',
  summary: '查询：符合条件的全部人员编号',
  method: 'POST',
  path: '/query/ids',
  permission: 'query:run',
  body: z.strictObject({ ...asked, sort: z.array(sortKeySchema).max(6).optional() }),
  response: z.object({ ...answered, ids: z.array(z.string()) }),
});

export const runFacets = operation({
  id: 'runFacets',
  summary: '分面：在其他条件下各字段各取值的人数',
  method: 'POST',
  path: '/facets',
  permission: 'query:run',
  body: z.strictObject({ ...asked, fields: z.array(groupKeySchema).min(1).max(40) }),
  response: z.object({
    ...answered,
    /**
     * In the order asked for. Where the question is, or its top `all` holds, an `in` on the field, this field is
     * counted as if that node were not there.
     */
    facets: z.array(
      z.object({
        field: z.string(),
        label: z.string(),
        groups: z.array(groupSchema.extend({ count: z.int() })),
      }),
    ),
  }),
});

export const searchEverything = operation({
  id: 'searchEverything',
  summary: '搜索框：姓名、拼音首字母、机构、职务、简历',
  method: 'POST',
  path: '/query/search',
  permission: 'query:run',
  body: z.strictObject({
    text: z.string().trim().min(1, '请输入要找的内容').max(60),
    /** At most so many of each kind. */
    limit: z.int().min(1).max(50).default(8),
  }),
  response: z.object({
    /** Best first. */
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        unit: z.string(),
        post: z.string(),
        why: z.enum(['name', 'initials', 'id-number', 'post', 'unit']),
      }),
    ),
    units: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        path: z.array(z.string()),
        /** The name of the past by which it was found. */
        formerName: z.string().optional(),
        abolished: z.boolean().optional(),
      }),
    ),
    /** Titles of posts with the people who hold them, and the condition that finds these. */
    posts: z.array(z.object({ title: z.string(), count: z.int(), where: conditionTree })),
    resumes: z.object({
      count: z.int(),
      where: conditionTree,
      hits: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          before: z.string(),
          hit: z.string(),
          after: z.string(),
        }),
      ),
    }),
  }),
});

export const suggestValues = operation({
  id: 'suggestValues',
  summary: '输入条件时的候选值，最常见的在前',
  method: 'POST',
  path: '/query/values',
  permission: 'query:run',
  body: z.strictObject({
    field: z.string(),
    /** Part of the label, or its pinyin initials; empty for the most frequent of all. */
    text: z.string().max(60).default(''),
    limit: z.int().min(1).max(100).default(20),
  }),
  response: z.object({
    values: z.array(
      z.object({
        value: z.union([z.string(), z.number()]),
        label: z.string(),
        count: z.int(),
        /** The labels of what stands above a code or unit, outermost first. */
        path: z.array(z.string()),
      }),
    ),
  }),
});
