import type { CatalogueField, FieldCatalogue } from '../field-catalogue.ts';
import { dateWords } from './date-words.ts';
import { figure, listed, quoted } from './writing.ts';

/** More values than these are not all said. */
const mostSaid = 8;

/** What a field is called in a sentence: 学历代码 is a matter of tables, people say 学历. */
export function labelOf(name: string, field: CatalogueField | undefined): string {
  if (!field) return quoted(name);
  const coded = field.kind === 'code' || field.kind === 'unit';
  return coded && field.label.length > 2 ? field.label.replace(/代码$/, '') : field.label;
}

/** The words of a value of the field. */
export function valueWords(
  value: string | number,
  field: CatalogueField | undefined,
  catalogue: FieldCatalogue,
): string {
  switch (field?.kind) {
    case 'code':
      return catalogue.labelOf(field.codes ?? '', String(value)) ?? (String(value) || '空代码');
    case 'unit':
      return catalogue.unitName(String(value)) ?? '（已不存在的机构）';
    case 'date':
      return dateWords(String(value));
    case 'number':
      return figure(value) + measureOf(field);
    default:
      return quoted(String(value));
  }
}

/** 甲、乙或丙; of a long list the first, and how many there are. */
export function valueList(words: readonly string[], last: string): string {
  return words.length > mostSaid
    ? `${words.slice(0, 5).join('、')}等${figure(words.length)}项${last === '或' ? '之一' : ''}`
    : listed(words, last);
}

/** What is counted, as it follows a figure: 24 个月 */
export function measureOf(field: CatalogueField | undefined): string {
  const unit = field?.unit ?? '';
  return unit === '月' ? '个月' : unit;
}
