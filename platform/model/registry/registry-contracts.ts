import { z } from 'zod';
import { operation } from '../contract.ts';

/** The declared sets and what the client needs to draw and check them. */
export const readRegistry = operation({
  id: 'readRegistry',
  summary: '信息集登记册',
  method: 'GET',
  path: '/registry',
  permission: 'signed-in',
  response: z.object({
    sets: z.array(z.unknown()),
    tables: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        standard: z.string(),
        verified: z.boolean(),
        size: z.number().int(),
      }),
    ),
  }),
});

/** The JSON Schema of a person or unit, as JSONL exports and other programs use it. */
export const readRecordSchema = operation({
  id: 'readRecordSchema',
  summary: '干部或机构记录的 JSON Schema',
  method: 'GET',
  path: '/record-schemas/:kind',
  permission: 'signed-in',
  params: z.object({ kind: z.enum(['person', 'unit']) }),
  response: z.record(z.string(), z.unknown()),
});

export const readCodeTable = operation({
  id: 'readCodeTable',
  summary: '一张代码表',
  method: 'GET',
  path: '/code-tables/:id',
  permission: 'signed-in',
  params: z.object({ id: z.string() }),
  response: z.object({ id: z.string(), data: z.unknown() }),
});
