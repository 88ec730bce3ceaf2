import { z } from 'zod';

/**
 * A band (段): from `from` to `to`, both included, either open; numbers, or partial dates of which `from` means the
 * first day and `to` the last.
 */
export const bandSchema = z.strictObject({
  label: z.string().min(1).max(40),
  from: z.union([z.number(), z.string()]).optional(),
  to: z.union([z.number(), z.string()]).optional(),
});

/** A group of codes or units (组): these values with all below them; the first group that has a value counts it. */
export const headSchema = z.strictObject({
  label: z.string().min(1).max(40),
  values: z.array(z.string()).min(1).max(500),
});

/**
 * A band set (分段): how the values of a field are put into groups, by `bands` for numbers and dates, by `heads` for
 * codes and units. The office may edit every one of them.
 */
export const bandSetSchema = z
  .strictObject({
    /** `age:standard` */
    id: z.string().regex(/^[\w.]+:[\w-]+$/, '编号的格式应为 字段:名称'),
    label: z.string().min(1).max(40),
    /** The field or derived fact that it was made for; it serves any field of the same kind. */
    field: z.string(),
    bands: z.array(bandSchema).min(1).max(100).optional(),
    heads: z.array(headSchema).min(1).max(100).optional(),
  })
  .refine(({ bands, heads }) => (bands === undefined) !== (heads === undefined), '请设分段或分组之一')
  .meta({ id: 'BandSet', description: '分段' });

export type Head = z.output<typeof headSchema>;
export type BandSet = z.output<typeof bandSetSchema>;
