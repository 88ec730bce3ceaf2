import { z } from 'zod';
import { operation } from '#platform/model';
import { asked } from './asking.ts';

const piece = {
  /** Partial dates as they are stored; `to` is null for what lasts. */
  from: z.string(),
  to: z.string().nullable(),
};

/** What somebody did, where, and at which level, as of the reference date: nothing begins after it. */
const career = z.object({
  /** Lines of the résumé. */
  resume: z.array(z.object({ ...piece, text: z.string() })),
  /** Posts held, the earliest first. */
  posts: z.array(z.object({ ...piece, unit: z.string(), title: z.string(), level: z.string() })),
  /** 职务层次 and 职级, each the earliest first. */
  levels: z.array(z.object({ ...piece, label: z.string() })),
  ranks: z.array(z.object({ ...piece, label: z.string() })),
});
export type CareerData = z.output<typeof career>;

/** Careers for a page of a list: those of the rows in sight are asked for at once. */
export const readCareers = operation({
  id: 'readCareers',
  summary: '名单中一页人员的任职经历',
  method: 'POST',
  path: '/query/careers',
  permission: 'query:run',
  body: z.strictObject({ ids: z.array(z.string()).min(1).max(200), asOf: asked.asOf }),
  response: z.object({
    asOf: z.string(),
    /** In the order asked for; those who are not there or not within reach are left out. */
    careers: z.array(z.object({ id: z.string(), career })),
  }),
});

export const comparePeople = operation({
  id: 'comparePeople',
  summary: '比较二至六名干部：主要信息和任职经历',
  method: 'POST',
  path: '/query/compare',
  permission: 'query:run',
  body: z.strictObject({
    ids: z.array(z.string()).min(1, '请选择要比较的干部').max(6, '最多比较六名干部'),
    asOf: asked.asOf,
  }),
  response: z.object({
    asOf: z.string(),
    /** In the order asked for; those who are not there or not within reach are left out. */
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        unit: z.string(),
        post: z.string(),
        /** The hash of the picture's file; null without one. */
        photo: z.string().nullable(),
        /** The text of each row of `rows`. */
        texts: z.array(z.string()),
        career,
      }),
    ),
    rows: z.array(z.object({ label: z.string(), group: z.string() })),
  }),
});
