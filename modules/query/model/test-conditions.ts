import type { Bound, Condition } from '#engine';

// Conditions written short.

export const all = (...of: Condition[]): Condition => ({ op: 'all', of });

export const any = (...of: Condition[]): Condition => ({ op: 'any', of });

export const not = (of: Condition): Condition => ({ op: 'not', of });

export const is = (field: string, ...values: (string | number)[]): Condition => ({ op: 'in', field, values });

export const between = (field: string, range: { from?: Bound; to?: Bound }): Condition => ({
  op: 'between',
  field,
  ...range,
});

export const contains = (field: string, text: string): Condition => ({ op: 'contains', field, text });

export const empty = (field: string): Condition => ({ op: 'empty', field });
