import type { Condition, Question } from '#engine';
import { monthNumber } from '#platform/model';
import type { Alert } from './alerts-contracts.ts';

/** What is counted and shown in one line of a reminder. */
export interface AlertLine {
  readonly label: string;
  readonly question: Question;
}

export interface AlertMonth extends AlertLine {
  /** 2026-12 */
  readonly month: string;
}

type Steps = NonNullable<Alert['steps']>;

/** The lines of a reminder; `kindOf` names the kind of a field, undefined for one that is not there. */
export function linesOf(
  { label, question, steps, parts = [] }: Alert,
  kindOf: (field: string) => string | undefined,
): AlertLine[] {
  const own =
    steps?.values.map((value) => ({
      label: steps.rule === 'within' ? `${value}${steps.unit}内` : `满${value}${steps.unit}`,
      question: within(question, stepCondition(steps, value, kindOf(steps.field) === 'date')),
    })) ?? [];
  const further = parts.map((part) => ({
    label: part.label,
    question: within(question, part.question.where),
  }));
  return own.length + further.length > 0 ? [...own, ...further] : [{ label, question }];
}

/** The months that a reminder counts one by one, from the month of the reference date on. */
export function monthsOf({ question, months }: Alert, asOf: string): AlertMonth[] {
  const first = monthNumber(asOf);
  if (!months || first === null) return [];
  return Array.from({ length: months.count }, (_, index) => {
    const month = monthText(first + index);
    const isThen: Condition = { op: 'in', field: months.field, values: [month] };
    return { label: `${Number(month.slice(5))}月`, month, question: within(question, isThen) };
  });
}

function stepCondition({ field, rule, unit }: Steps, value: number, isDate: boolean): Condition {
  const months = unit === '年' ? value * 12 : value;
  if (!isDate) {
    return rule === 'within'
      ? { op: 'between', field, from: 0, to: months }
      : { op: 'between', field, from: months };
  }
  return rule === 'within'
    ? { op: 'between', field, from: {}, to: { months } }
    : { op: 'between', field, to: { months: -months } };
}

function within(question: Question, part: Condition | undefined): Question {
  if (part === undefined) return question;
  const { where } = question;
  return { ...question, where: where === undefined ? part : { op: 'all', of: [where, part] } };
}

function monthText(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
