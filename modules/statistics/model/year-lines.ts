import type { TableAnswer } from './contracts.ts';

const yearsBack = 5;
/** More lines are not told apart. */
const mostLines = 12;

/** What may be drawn over the years: the rows, or the columns below one head. */
export interface YearView {
  readonly value: string;
  readonly label: string;
  /** `rows`, or the head of the columns. */
  readonly of: 'rows' | { readonly head: string };
}

/** The ends of the last years and the reference date, as they are asked for and as they are marked on the axis. */
export function yearDates(asOf: string): readonly { readonly asOf: string; readonly mark: string }[] {
  const last = Number(asOf.slice(0, 4));
  return [
    ...Array.from({ length: yearsBack }, (_, index) => {
      const year = String(last - yearsBack + index);
      return { asOf: `${year}-12-31`, mark: `${year}年底` };
    }),
    { asOf, mark: asOf.slice(0, 7) },
  ];
}

/** Rows come last: what people are divided into is mostly asked for by columns. Tables of many units have none. */
export function yearViews({ rowHead, rows, groups }: TableAnswer): readonly YearView[] {
  const columns = groups.map(({ head }) => ({ value: `columns ${head}`, label: head, of: { head } }));
  if (rows.length > mostLines && columns.length > 0) return columns;
  return [...columns, { value: 'rows', label: rowHead, of: 'rows' }];
}

/** A line for each row or column that occurs on one of the dates; who is in none counts 0. */
export function yearLines(
  answers: readonly TableAnswer[],
  { of }: YearView,
): readonly { readonly label: string; readonly values: readonly number[] }[] {
  const totals = answers.map((answer) =>
    of === 'rows'
      ? new Map(answer.rows.map(({ label }, row) => [label, answer.rowTotals[row] ?? 0]))
      : columnTotals(answer, of.head),
  );
  const labels = [...new Set(totals.flatMap((own) => [...own.keys()]))].slice(0, mostLines);
  return labels.map((label) => ({ label, values: totals.map((own) => own.get(label) ?? 0) }));
}

function columnTotals(answer: TableAnswer, head: string): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  let from = 0;
  for (const group of answer.groups) {
    if (group.head === head)
      for (const [index, { label }] of group.columns.entries())
        totals.set(label, (totals.get(label) ?? 0) + (answer.columnTotals[from + index] ?? 0));
    from += group.columns.length;
  }
  return totals;
}
