import type { BetweenCondition, Bound, EmptyCondition, InCondition, TextCondition } from '#engine';
import { isFileField } from '../../dataset/file-fields.ts';
import type { CatalogueField, FieldCatalogue } from '../field-catalogue.ts';
import { datePhrase, datesPhrase } from './date-phrase.ts';
import type { Phrase } from './phrase.ts';
import { labelOf, measureOf, valueList, valueWords } from './value-words.ts';
import { figure, quoted } from './writing.ts';

/** A condition on one field. */
export function fieldPhrase(
  condition: InCondition | BetweenCondition | TextCondition | EmptyCondition,
  negated: boolean,
  catalogue: FieldCatalogue,
): Phrase {
  const field = catalogue.field(condition.field);
  const subject = labelOf(condition.field, field);
  if (isFileField(field)) return filePhrase(subject, condition, negated);
  switch (condition.op) {
    case 'in':
      return inPhrase(subject, condition, negated, field, catalogue);
    case 'between':
      return isDate(condition, field)
        ? datePhrase(subject, condition, negated)
        : numbersPhrase(subject, condition, negated, field);
    case 'empty':
      return { subject, says: negated ? '已填写' : '未填写' };
    default:
      return { subject, says: textWords(condition, negated, field) };
  }
}

/** 有照片, 没有照片: whatever is asked of a file, it is there or it is not. */
function filePhrase(label: string, { op }: { readonly op: string }, negated: boolean): Phrase {
  return { subject: '', says: (op === 'empty') === negated ? `有${label}` : `没有${label}` };
}

function inPhrase(
  subject: string,
  { values, exact }: InCondition,
  negated: boolean,
  field: CatalogueField | undefined,
  catalogue: FieldCatalogue,
): Phrase {
  const words = values.map((value) => valueWords(value, field, catalogue));
  const said =
    field?.kind === 'code' && words.length === 1 ? yesNoWords(subject, words[0] ?? '', negated) : null;
  if (said) return { subject: '', says: said };
  if (words.length === 0) return { subject, says: negated ? '不限' : '不属于任何一项' };
  if (field?.kind === 'date') return datesPhrase(subject, valueList(words, '或'), negated);
  const below = belowWords(field, exact === true);
  if (!negated) return { subject, says: `为${valueList(words, '或')}${below}` };
  if (words.length === 2) return { subject, says: `既不是${words[0]}也不是${words[1]}${below}` };
  const none = words.length > 2 ? '中的任何一项' : '';
  return { subject, says: `不是${valueList(words, '和')}${below}${none}` };
}

/** A unit means all below it too, which is said; a code too, which goes without saying. */
function belowWords(field: CatalogueField | undefined, exact: boolean): string {
  if (exact) return field?.kind === 'code' || field?.kind === 'unit' ? '（不含下级）' : '';
  return field?.kind === 'unit' ? '（含下级）' : '';
}

/** 是否领导职务 为 是 is said as 是领导职务. */
function yesNoWords(label: string, value: string, negated: boolean): string | null {
  if (value !== '是' && value !== '否') return null;
  const isSo = (value === '是') !== negated;
  const question = /^是否(.+?)(?:（.*）)?$/.exec(label)?.[1];
  if (question !== undefined) {
    const hasVerb = /^([具有占在]|担任)/.test(question);
    return isSo ? (hasVerb ? question : `是${question}`) : hasVerb ? `不${question}` : `不是${question}`;
  }
  const mark = /^(.+)标识$/.exec(label)?.[1];
  if (mark !== undefined) return isSo ? `标明为${mark}` : `未标明为${mark}`;
  return null;
}

function isDate({ from, to }: BetweenCondition, field: CatalogueField | undefined): boolean {
  return field ? field.kind === 'date' : typeof (from ?? to) !== 'number';
}

/** 年龄在 35 岁以下, 任现职满 24 个月, 距法定退休不超过 12 个月 */
function numbersPhrase(
  label: string,
  condition: BetweenCondition,
  negated: boolean,
  field: CatalogueField | undefined,
): Phrase {
  const lasting = /^((?:任|距).+)月数$/.exec(label)?.[1];
  const { from, to } = condition;
  if (lasting === undefined || (from !== undefined && to !== undefined && negated)) {
    return { subject: label, says: numbersWords(condition, negated, field) };
  }
  const months = (bound: Bound) => `${figure(typeof bound === 'object' ? '？' : bound)}个月`;
  const least = from === undefined ? [] : [`${negated ? '不满' : '满'}${months(from)}`];
  const most = to === undefined ? [] : [`${negated ? '超过' : '不超过'}${months(to)}`];
  return { subject: lasting, says: [...least, ...most].join('、') };
}

function numbersWords(
  { from, to }: BetweenCondition,
  negated: boolean,
  field: CatalogueField | undefined,
): string {
  const measure = measureOf(field);
  const figures = (bound: Bound | undefined) => figure(typeof bound === 'object' ? '？' : (bound ?? ''));
  const not = negated ? '不' : '';
  if (from === undefined) return `${not}在${figures(to)}${measure}以下`;
  if (to === undefined) return `${not}在${figures(from)}${measure}以上`;
  if (from === to) return `${negated ? '不是' : '为'}${figures(from)}${measure}`;
  return `${not}在${figures(from)}至${figures(to)}${measure}`;
}

function textWords({ op, text }: TextCondition, negated: boolean, field: CatalogueField | undefined): string {
  const not = negated ? '不' : '';
  if (op === 'starts') return `${not}以${quoted(text)}开头`;
  if (op === 'initials') return `的拼音首字母${not}以${quoted(text)}开头`;
  if (field?.kind === 'paragraph') return `${negated ? '没有' : ''}提到${quoted(text)}`;
  return `${negated ? '不包含' : '包含'}${quoted(text)}`;
}
