import { z } from 'zod';

/** A row of a set as it travels; the registry checks its fields when it is written. */
export const recordRowSchema = z.looseObject({
  id: z.string(),
  asWritten: z.record(z.string(), z.string()).optional(),
  origin: z.object({ from: z.string(), hash: z.string() }).optional(),
});

/** A set of a subject with the version that an edit must name. */
export const storedSetSchema = z.object({ version: z.number().int(), rows: z.array(recordRowSchema) });

/** A doubt or an error about one field. */
export const findingSchema = z.object({
  level: z.enum(['error', 'warning']),
  code: z.string(),
  set: z.string(),
  row: z.string(),
  field: z.string(),
  value: z.string(),
  message: z.string(),
});

/** One line of the history: a field with what stood there before and after, as people read it. */
export const historyLineSchema = z.object({
  set: z.string(),
  setLabel: z.string(),
  row: z.string(),
  rowTitle: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  field: z.string(),
  label: z.string(),
  before: z.string(),
  after: z.string(),
});

/** A change to one subject, as its history shows it. */
export const historyEntrySchema = z.object({
  id: z.string(),
  seq: z.number().int(),
  at: z.string(),
  actorName: z.string(),
  origin: z.string(),
  summary: z.string(),
  reason: z.string(),
  /** How many people and units the whole change touched. */
  subjects: z.number().int(),
  undoes: z.string().nullable(),
  undoneBy: z.string().nullable(),
  event: z.enum(['create', 'update', 'remove', 'restore', 'erased']),
  lines: z.array(historyLineSchema),
});

export type StoredSetData = z.infer<typeof storedSetSchema>;
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
