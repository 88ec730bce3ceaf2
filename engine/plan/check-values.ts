import { dateKey, dayOfMonth, monthOfYear, partOf, yearOf, daysInMonth } from '../column/date-key.ts';
import type { UnitOrder } from '../table/dataset.ts';
import { isRecord, type Problems } from './checking.ts';
import type { Field } from './fields.ts';
import { limits } from './limits.ts';

const wrongDate = '日期应当写成 1972、1972-11 或 1972-11-05 的样子，在 1800 年到 2199 年之间，请改正';

/** Why a field cannot have this value; undefined when it can. */
export function checkValue(value: unknown, field: Field, units: UnitOrder): string | undefined {
  if (field.kind === 'number') return isWhole(value) ? undefined : `“${field.label}”是数字，请填写整数`;
  if (typeof value !== 'string') return `“${field.label}”的值应当是文字，请改正`;
  if (field.kind === 'date') return isDate(value) ? undefined : wrongDate;
  const shown = value.slice(0, 40);
  if (field.kind === 'code' && !hasCode(field, value)) {
    return `“${field.label}”没有代码“${shown}”，请从代码表中选择`;
  }
  if (field.kind === 'unit' && units.keyOf(value) === undefined)
    return `没有编号为“${shown}”的机构，请重新选择`;
  return undefined;
}

/** One end of a range. */
export function checkBound(bound: unknown, field: Field, path: string, problems: Problems): void {
  if (field.kind === 'number') {
    if (!isWhole(bound)) problems.add(path, `“${field.label}”是数字，请填写整数`);
  } else if (isRecord(bound)) checkRelativeDate(bound, path, problems);
  else if (typeof bound !== 'string' || !isDate(bound)) problems.add(path, wrongDate);
}

function checkRelativeDate(date: Readonly<Record<string, unknown>>, path: string, problems: Problems): void {
  const parts = ['years', 'months', 'days'] as const;
  for (const part of parts) {
    const value = date[part];
    if (value !== undefined && !(isWhole(value) && Math.abs(value) <= limits[part])) {
      problems.add(`${path}.${part}`, `请填写 ${-limits[part]} 到 ${limits[part]} 之间的整数`);
    }
  }
  for (const key of Object.keys(date)) {
    if (!(parts as readonly string[]).includes(key)) {
      problems.add(path, '相对日期只能写年（years）、月（months）、日（days），请改正');
      return;
    }
  }
}

/** A partial date that the calendar has. */
export function isDate(value: string): boolean {
  const key = dateKey(value);
  if (key === null) return false;
  return partOf(key) <= 1 || dayOfMonth(key) <= daysInMonth(yearOf(key), monthOfYear(key));
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** Codes that records hold and the list does not have can be asked for: counts by code show them. */
function hasCode({ dictionary }: Field, code: string): boolean {
  return dictionary !== undefined && (dictionary.isKnown(code) || dictionary.keyOf(code) !== undefined);
}
