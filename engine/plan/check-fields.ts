import { checkBound, checkValue } from './check-values.ts';
import type { CheckContext, Problems } from './checking.ts';
import { kindNames, type Field } from './fields.ts';
import { limits } from './limits.ts';
import type { ColumnKind } from '../table/schema.ts';

export type FieldOperation = 'in' | 'between' | 'contains' | 'starts' | 'initials' | 'empty';

interface Place {
  readonly path: string;
  readonly rowsOf: string;
}

const kinds: Readonly<Record<FieldOperation, readonly ColumnKind[]>> = {
  in: ['code', 'unit', 'date', 'number', 'text'],
  between: ['date', 'number'],
  contains: ['text', 'paragraph', 'code', 'unit'],
  starts: ['text', 'paragraph', 'code', 'unit'],
  initials: ['text', 'unit'],
  empty: ['code', 'unit', 'date', 'number', 'text', 'paragraph'],
};

const names: Readonly<Record<FieldOperation, string>> = {
  in: '属于',
  between: '介于',
  contains: '包含',
  starts: '开头是',
  initials: '拼音首字母',
  empty: '未填写',
};

/** A condition on one field: is the field there, in its place, of a fitting kind, and are the values its own? */
export function checkFieldCondition(
  condition: Readonly<Record<string, unknown>>,
  op: FieldOperation,
  place: Place,
  context: CheckContext,
  problems: Problems,
): void {
  const name = condition['field'];
  const field = typeof name === 'string' ? context.field(name) : undefined;
  if (!field) {
    const shown = typeof name === 'string' ? name.slice(0, 80) : '';
    problems.add(`${place.path}.field`, `没有“${shown}”这个信息项，请重新选择`);
    return;
  }
  const misplaced = misplacement(field, place.rowsOf, context);
  if (misplaced) problems.add(`${place.path}.field`, misplaced);
  const unfit = unfitness(field, op);
  if (unfit) problems.add(`${place.path}.op`, unfit);
  else checkWords(condition, op, field, place.path, context, problems);
}

function misplacement(field: Field, rowsOf: string, context: CheckContext): string | undefined {
  if (field.of === rowsOf) return undefined;
  const here = context.set(rowsOf)?.label ?? rowsOf;
  if (field.of === '') return `“${field.label}”是人员的信息项，不能放在“${here}”每一条的条件里面，请移到外面`;
  const there = context.set(field.of)?.label ?? field.of;
  return rowsOf === ''
    ? `“${there}”每人可有多条，请把“${field.label}”放进“${there}”的条件（有、没有、有几条、最近几条等）里面`
    : `这里只能使用“${here}”的信息项，“${field.label}”属于“${there}”，请移到外面另立条件`;
}

function unfitness(field: Field, op: FieldOperation): string | undefined {
  if (!kinds[op].includes(field.kind)) {
    const fitting = (Object.keys(kinds) as FieldOperation[]).filter(
      (other) =>
        kinds[other].includes(field.kind) &&
        (other !== 'initials' || field.kind !== 'text' || field.initials),
    );
    const words = fitting.map((other) => `“${names[other]}”`).join('、');
    return `“${field.label}”是${kindNames[field.kind]}，不能用“${names[op]}”，请改用${words}`;
  }
  if (op === 'initials' && field.kind === 'text' && !field.initials) {
    return `“${field.label}”不能按拼音首字母查，请改用“包含”`;
  }
  return undefined;
}

function checkWords(
  condition: Readonly<Record<string, unknown>>,
  op: FieldOperation,
  field: Field,
  path: string,
  context: CheckContext,
  problems: Problems,
): void {
  if (op === 'in') checkValues(condition['values'], field, `${path}.values`, context, problems);
  else if (op === 'between') {
    const { from, to } = condition;
    if (from === undefined && to === undefined) problems.add(path, '请填写“从”或“到”，或者两者都填');
    if (from !== undefined) checkBound(from, field, `${path}.from`, problems);
    if (to !== undefined) checkBound(to, field, `${path}.to`, problems);
  } else if (op !== 'empty') {
    const text = condition['text'];
    if (typeof text !== 'string' || text === '') problems.add(`${path}.text`, '请填写要查找的文字');
    else if (text.length > limits.textLength) {
      problems.add(`${path}.text`, `查找的文字超过了 ${limits.textLength} 个字，请缩短`);
    }
  }
}

function checkValues(
  values: unknown,
  field: Field,
  path: string,
  context: CheckContext,
  problems: Problems,
): void {
  if (!Array.isArray(values) || values.length === 0) {
    problems.add(path, '请至少选择一个值');
    return;
  }
  if (values.length > limits.values) {
    problems.add(path, `选择的值超过了 ${limits.values} 个，请减少，或者改用上级代码、上级机构`);
    return;
  }
  for (const [index, value] of values.entries()) {
    const reason = checkValue(value, field, context.units);
    if (reason) problems.add(`${path}[${index}]`, reason);
    if (problems.full) return;
  }
}
