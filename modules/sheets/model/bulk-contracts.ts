import { z } from 'zod';

/** What became of the rows, or will. */
export const bulkCounts = z.object({
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  /** People whose records change. */
  people: z.number().int(),
});
export type BulkCounts = z.infer<typeof bulkCounts>;

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
